import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { IconButton } from '../chrome/icon-button.tsx';
import { readEditorStart } from '../opening/editor-start.ts';
import { useStore } from '../use-editor.ts';
import type { MermaidDialog } from './mermaid-dialog.tsx';
import './mermaid-dialog.css';

/** Opens the dialog for a text in Mermaid, which is open from the start where the tab's address says so. */
export function MermaidButton() {
  const store = useStore();
  const [isOpen, setOpen] = useState(() => {
    const start = readEditorStart(location.hash);
    return 'blank' in start && start.blank === 'mermaid';
  });
  const [Dialog, setDialog] = useState<typeof MermaidDialog>();
  useEffect(() => {
    if (!isOpen) return;
    import('./mermaid-dialog.tsx').then(
      (loaded) => setDialog(() => loaded.MermaidDialog),
      () => {
        store.tell(new ReadError('not-loaded').message);
        setOpen(false);
      },
    );
  }, [isOpen]);
  return (
    <>
      <IconButton
        icon="mermaid"
        label={i18n.t('editor.mermaid.open')}
        onClick={() => setOpen(true)}
      />
      {Dialog && <Dialog isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}
