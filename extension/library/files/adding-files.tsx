import { i18n } from '#i18n';
import { formatBytes } from '../../../shared/ui/format.ts';
import { type AddingFile, MAX_FILE_MIB } from './use-adding-files.ts';

interface AddingFilesProps {
  readonly adding: readonly AddingFile[];
}

/** Files on their way into the library, and those that are too large for it. */
export function AddingFiles({ adding }: AddingFilesProps) {
  if (adding.length === 0) return null;
  return (
    <ul class="adding-files stack tight" aria-label={i18n.t('library.file.adding')}>
      {adding.map((it) => (
        <AddingRow key={it.key} file={it} />
      ))}
    </ul>
  );
}

function AddingRow({ file }: { readonly file: AddingFile }) {
  const { name, bytes, done, cancel } = file;
  const isTooLarge = done === 'too-large';
  return (
    <li class="card stack tight">
      <div class="row spread tight">
        <span>
          <bdi>{name}</bdi> <span class="small faded">{formatBytes(bytes)}</span>
        </span>
        <button type="button" onClick={cancel}>
          {i18n.t(isTooLarge ? 'library.file.dismiss' : 'cancel')}
          <span class="unseen"> {name}</span>
        </button>
      </div>
      {isTooLarge ? (
        <p class="error" role="alert">
          {i18n.t('library.file.tooLarge', [String(MAX_FILE_MIB)])}
        </p>
      ) : (
        <progress aria-label={i18n.t('library.file.progress', [name])} max={bytes} value={done} />
      )}
    </li>
  );
}
