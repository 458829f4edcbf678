import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { LIBRARY_SHELF, newDiagramId } from '../library.ts';
import { trimName } from '../organise.ts';
import type { UseLibrary } from '../page/use-library.ts';
import { saveDiagram } from '../save-diagram.ts';

/** As much as the server takes of one item. */
const MAX_BYTES = 100 * 1024 * 1024;

/** Puts a file of any kind into the library, as the attachment of an empty scene. */
export function AddFile({ act }: Pick<UseLibrary, 'act'>) {
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);

  async function add(file: File): Promise<void> {
    setTooLarge(file.size > MAX_BYTES);
    if (file.size > MAX_BYTES) return;
    await act(i18n.t('library.file.added'), async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const attachments = [{ name: file.name, type: file.type, bytes }];
      const options = { name: trimName(file.name), kind: 'file', text: file.name } as const;
      await saveDiagram(LIBRARY_SHELF, newDiagramId(), { ...EMPTY_SCENE, attachments }, options);
    });
  }

  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {i18n.t('library.file.add')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={i18n.t('library.file.add')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) void add(file);
        }}
      />
      {isTooLarge && <span role="alert">{i18n.t('library.file.tooLarge')}</span>}
    </>
  );
}
