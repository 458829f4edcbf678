import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram, Folder } from '../model/diagram.ts';
import {
  binDiagrams,
  deleteDiagrams,
  duplicateDiagram,
  moveDiagrams,
  unbinDiagrams,
} from '../organise.ts';
import { nameOf } from './diagram-card.tsx';
import { FolderSelect, readFolder } from './folder-select.tsx';
import { FormDialog } from './form-dialog.tsx';
import { itemHref, versionsHref } from './read-where.ts';
import { TagsDialog } from './tags-dialog.tsx';
import type { UseLibrary } from './use-library.ts';

interface SelectionBarProps {
  /** At least one. */
  readonly chosen: readonly Diagram[];
  readonly folders: readonly Folder[];
  readonly isBin: boolean;
  readonly onRename: () => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly act: UseLibrary['act'];
}

/** What can be done with the diagrams that are selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { chosen, isBin, onAll, onNone } = props;
  return (
    <section class="selection-bar" aria-label={i18n.t('library.selection.label')}>
      <p role="status">
        <strong>{i18n.t('library.selection.count', chosen.length)}</strong>
      </p>
      <button type="button" class="quiet" onClick={onAll}>
        {i18n.t('library.selection.all')}
      </button>
      <button type="button" class="quiet" onClick={onNone}>
        {i18n.t('library.selection.clear')}
      </button>
      {isBin ? <BinnedActs {...props} /> : <LiveActs {...props} />}
    </section>
  );
}

function LiveActs({ chosen, folders, onRename, onNone, act }: SelectionBarProps) {
  const [asked, setAsked] = useState<'move' | 'tag'>();
  const ids = chosen.map(({ id }) => id);
  const [only] = chosen.length === 1 ? chosen : [];
  const close = () => setAsked(undefined);
  return (
    <div class="acts row tight">
      {only && (
        <div class="only-acts">
          <a class="button" href={itemHref(only)}>
            {i18n.t('library.selection.open')}
          </a>
          <button type="button" onClick={onRename}>
            {i18n.t('library.selection.rename')}
          </button>
          <a class="button" href={versionsHref(only.id)}>
            {i18n.t('library.selection.versions')}
          </a>
          <button
            type="button"
            onClick={() =>
              act(i18n.t('library.selection.duplicated'), () =>
                duplicateDiagram(
                  LIBRARY_SHELF,
                  only.id,
                  i18n.t('library.selection.copyOf', [nameOf(only)]),
                ),
              )
            }
          >
            {i18n.t('library.selection.duplicate')}
          </button>
        </div>
      )}
      <button type="button" onClick={() => setAsked('tag')}>
        {i18n.t('library.selection.tag')}
      </button>
      <button type="button" onClick={() => setAsked('move')}>
        {i18n.t('library.selection.move')}
      </button>
      <button
        type="button"
        onClick={async () => {
          const done = i18n.t('library.selection.binned', ids.length);
          await act(done, () => binDiagrams(LIBRARY_SHELF, ids));
          onNone();
        }}
      >
        {i18n.t('library.selection.toBin')}
      </button>
      <TagsDialog isOpen={asked === 'tag'} chosen={chosen} onClose={close} act={act} />
      <FormDialog
        isOpen={asked === 'move'}
        title={i18n.t('library.selection.count', ids.length)}
        label={i18n.t('library.selection.move')}
        onClose={close}
        onSubmit={(fields) =>
          act(i18n.t('library.selection.moved', ids.length), () =>
            moveDiagrams(LIBRARY_SHELF, ids, readFolder(fields)),
          )
        }
      >
        <FolderSelect
          folders={folders}
          label={i18n.t('library.selection.moveTo')}
          value={chosen[0]?.folderId ?? null}
        />
      </FormDialog>
    </div>
  );
}

function BinnedActs({ chosen, onNone, act }: SelectionBarProps) {
  const ids = chosen.map(({ id }) => id);
  return (
    <div class="acts row tight">
      <button
        type="button"
        onClick={async () => {
          const done = i18n.t('library.selection.restored', ids.length);
          await act(done, () => unbinDiagrams(LIBRARY_SHELF, ids));
          onNone();
        }}
      >
        {i18n.t('library.selection.restore')}
      </button>
      <ConfirmButton
        label={i18n.t('library.selection.delete')}
        title={i18n.t('library.selection.deleteTitle')}
        body={i18n.t('library.selection.deleteBody', ids.length)}
        failed={i18n.t('library.failed')}
        isDanger
        onConfirm={async () => {
          const done = i18n.t('library.selection.deleted', ids.length);
          await act(done, () => deleteDiagrams(LIBRARY_SHELF, ids));
          onNone();
        }}
      />
    </div>
  );
}
