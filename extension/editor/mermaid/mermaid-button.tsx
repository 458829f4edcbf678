import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../chrome/icon-button.tsx';
import { readEditorStart } from '../opening/editor-start.ts';
import { MermaidDialog } from './mermaid-dialog.tsx';

/** Opens the dialog for a text in Mermaid, which is open from the start where the tab's address says so. */
export function MermaidButton() {
  const [isOpen, setOpen] = useState(() => {
    const start = readEditorStart(location.hash);
    return 'blank' in start && start.blank === 'mermaid';
  });
  return (
    <>
      <IconButton
        icon="mermaid"
        label={i18n.t('editor.mermaid.open')}
        onClick={() => setOpen(true)}
      />
      <MermaidDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
