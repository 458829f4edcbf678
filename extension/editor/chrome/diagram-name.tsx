import { i18n } from '#i18n';
import { SealMark } from '../../../shared/ui/seal-mark.tsx';
import { useEditor, useStore } from '../use-editor.ts';

/** The mark, and the name of what is edited. */
export function DiagramName() {
  const store = useStore();
  const name = useEditor((state) => state.name);
  return (
    <div class="island editor-name">
      <SealMark />
      <input
        value={name}
        aria-label={i18n.t('editor.name')}
        placeholder={i18n.t('editor.unnamed')}
        maxLength={120}
        // Else the browser would keep what is typed in its session's files, unsealed.
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => store.setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </div>
  );
}
