import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram, DiagramVersion } from '../model/diagram.ts';
import { trimName } from '../organise.ts';
import { FormDialog } from '../page/form-dialog.tsx';
import { TextField } from '../page/text-field.tsx';
import { Thumbnail } from '../page/thumbnail.tsx';
import type { UseLibrary } from '../page/use-library.ts';
import { deleteVersion, nameVersion, restoreVersion } from '../versions.ts';
import { aboutVersion, secondOf, titleOf } from './version-words.ts';

interface VersionRowProps {
  readonly diagram: Diagram;
  readonly version: DiagramVersion;
  readonly isNewest: boolean;
  /** Whether it is the one at the left. */
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly act: UseLibrary['act'];
}

/** One version, and what can be done with it. */
export function VersionRow(props: VersionRowProps) {
  const { diagram, version, isNewest, isShown, onShow, act } = props;
  const [isNaming, setNaming] = useState(false);
  const { id } = diagram;
  const name = (name: string) =>
    act(i18n.t('library.versions.named'), () =>
      nameVersion(LIBRARY_SHELF, id, version.version, trimName(name) || null),
    );
  return (
    <li class={isShown ? 'version card shown' : 'version card'}>
      {!diagram.kind && <Thumbnail id={id} part={version.thumbnail} />}
      <div class="version-about">
        <h3>
          <bdi>{titleOf(version)}</bdi>
        </h3>
        <p class="small faded">
          {version.name !== null && `${secondOf(version.savedAt)} · `}
          {aboutVersion(diagram, version, isNewest)}
        </p>
      </div>
      <div class="row tight">
        <button type="button" aria-pressed={isShown} onClick={onShow}>
          {i18n.t('library.versions.show')}
        </button>
        <button type="button" onClick={() => setNaming(true)}>
          {i18n.t(version.name === null ? 'library.versions.name' : 'library.versions.rename')}
        </button>
        {!isNewest && (
          <button
            type="button"
            onClick={() =>
              act(i18n.t('library.versions.restored'), () =>
                restoreVersion(LIBRARY_SHELF, id, version.version),
              )
            }
          >
            {i18n.t('library.versions.restore')}
          </button>
        )}
        {!isNewest && (
          <ConfirmButton
            label={i18n.t('library.versions.delete')}
            title={i18n.t('library.versions.deleteTitle')}
            body={i18n.t('library.versions.deleteBody')}
            failed={i18n.t('library.failed')}
            onConfirm={() =>
              act(i18n.t('library.versions.deleted'), () =>
                deleteVersion(LIBRARY_SHELF, id, version.version),
              )
            }
          />
        )}
      </div>
      <FormDialog
        isOpen={isNaming}
        title={i18n.t('library.versions.name')}
        label={i18n.t('library.selection.save')}
        onClose={() => setNaming(false)}
        onSubmit={(fields) => name(String(fields.get('name')))}
      >
        <TextField
          name="name"
          label={i18n.t('library.versions.nameLabel')}
          value={version.name ?? ''}
          hint={i18n.t('library.versions.nameHint')}
        />
      </FormDialog>
    </li>
  );
}
