import { i18n } from '#i18n';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram } from '../model/diagram.ts';
import { deleteDiagrams } from '../organise.ts';
import type { UseLibrary } from './use-library.ts';

interface BinActionsProps {
  readonly binned: readonly Diagram[];
  readonly act: UseLibrary['act'];
}

/** Empties the bin, after a question. */
export function BinActions({ binned, act }: BinActionsProps) {
  if (binned.length === 0) return null;
  const ids = binned.map(({ id }) => id);
  return (
    <ConfirmButton
      label={i18n.t('library.emptyBin')}
      title={i18n.t('library.emptyBinTitle')}
      body={i18n.t('library.selection.deleteBody', ids.length)}
      failed={i18n.t('library.failed')}
      isDanger
      onConfirm={() =>
        act(i18n.t('library.selection.deleted', ids.length), () =>
          deleteDiagrams(LIBRARY_SHELF, ids),
        )
      }
    />
  );
}
