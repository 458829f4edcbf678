import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { takeInFiles } from '../opening/take-in-files.ts';
import { useStore } from '../use-editor.ts';

const ACCEPTED =
  'image/png,image/jpeg,image/webp,image/gif,image/svg+xml,.inkseal,.excalidraw,.excalidrawlib,.json,.drawio,.xml,.mmd,.mermaid';

/** Opens the file dialog when the picture tool is chosen, and puts what was chosen there into the scene. */
export function PictureInput() {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);

  useEffect(
    () =>
      store.subscribe(() => {
        if (store.state.tool !== 'image') return;
        store.setTool('select');
        input.current?.click();
      }),
    [store],
  );

  return (
    <input
      ref={input}
      class="unseen"
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden="true"
      aria-label={i18n.t('editor.tools.image')}
      accept={ACCEPTED}
      onChange={(event) => {
        const { files } = event.currentTarget;
        void takeInFiles(store, [...(files ?? [])]).then(() => {
          if (input.current) input.current.value = '';
        });
      }}
    />
  );
}
