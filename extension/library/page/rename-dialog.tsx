import { i18n } from '#i18n';
import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram } from '../model/diagram.ts';
import { renameDiagram } from '../organise.ts';
import { FormDialog } from './form-dialog.tsx';
import { TextField } from './text-field.tsx';
import type { UseLibrary } from './use-library.ts';

interface RenameDialogProps {
  /** None: it is closed. */
  readonly diagram: Diagram | undefined;
  readonly onClose: () => void;
  readonly act: UseLibrary['act'];
}

export function RenameDialog({ diagram, onClose, act }: RenameDialogProps) {
  return (
    <FormDialog
      isOpen={diagram !== undefined}
      title={i18n.t('library.selection.rename')}
      label={i18n.t('library.selection.save')}
      onClose={onClose}
      onSubmit={(fields) => {
        if (!diagram) return;
        const name = String(fields.get('name'));
        void act(i18n.t('library.selection.renamed'), () =>
          renameDiagram(LIBRARY_SHELF, diagram.id, name),
        );
      }}
    >
      <TextField name="name" label={i18n.t('library.selection.name')} value={diagram?.name ?? ''} />
    </FormDialog>
  );
}
