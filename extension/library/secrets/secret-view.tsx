import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { LIBRARY_SHELF, newDiagramId } from '../library.ts';
import type { DiagramId } from '../model/diagram.ts';
import { trimName } from '../organise.ts';
import { versionsHref } from '../page/read-where.ts';
import { TextField } from '../page/text-field.tsx';
import type { UseLibrary } from '../page/use-library.ts';
import { saveDiagram } from '../save-diagram.ts';
import { openDiagram } from '../versions.ts';
import { EMPTY_SECRET, packSecret, type Secret, secretText, unpackSecret } from './secret.ts';

interface SecretViewProps {
  /** Null: a new one. */
  readonly id: DiagramId | null;
  readonly act: UseLibrary['act'];
}

type Opened = { readonly name: string; readonly secret: Secret } | 'gone';

/** A secret, to be read, copied and changed. Its value is shown only when asked for. */
export function SecretView({ id, act }: SecretViewProps) {
  const [opened, setOpened] = useState<Opened | undefined>(
    id === null ? { name: '', secret: EMPTY_SECRET } : undefined,
  );
  const [isShown, setShown] = useState(id === null);
  const [value, setValue] = useState('');
  const valueId = useId();
  const noteId = useId();
  useEffect(() => {
    if (id === null) return;
    openDiagram(LIBRARY_SHELF, id).then(
      (found) => {
        const secret = found && unpackSecret(found.scene);
        setOpened(found && secret ? { name: found.diagram.name, secret } : 'gone');
        setValue(secret?.value ?? '');
      },
      () => setOpened('gone'),
    );
  }, [id]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(fields.get(name) ?? '');
    const secret: Secret = {
      v: 1,
      user: text('user'),
      value,
      address: text('address'),
      note: text('note'),
    };
    await act(i18n.t('library.secret.saved'), async () => {
      await saveDiagram(LIBRARY_SHELF, id ?? newDiagramId(), packSecret(secret), {
        name: trimName(text('name')),
        kind: 'secret',
        text: secretText(secret),
      });
      // Where saving fails, what was typed stays on the screen.
      location.hash = '#all';
    });
  }

  if (!opened) return null;
  return (
    <div class="stack">
      <a href="#all">{i18n.t('library.back')}</a>
      <PageHeading title={i18n.t('library.secret.title')} />
      {opened === 'gone' ? (
        <p class="notice">{i18n.t('library.file.gone')}</p>
      ) : (
        <form class="card stack" autoComplete="off" onSubmit={submit}>
          <TextField
            name="name"
            label={i18n.t('library.secret.name')}
            value={opened.name}
            isRequired
          />
          <TextField
            name="user"
            label={i18n.t('library.secret.user')}
            value={opened.secret.user}
            maxLength={1000}
          />
          <div class="field">
            <label for={valueId}>{i18n.t('library.secret.value')}</label>
            <input
              id={valueId}
              {...(isShown ? { type: 'text' } : { type: 'password' })}
              value={value}
              autoComplete="off"
              spellcheck={false}
              maxLength={100_000}
              onInput={({ currentTarget }) => setValue(currentTarget.value)}
            />
            <div class="row tight">
              <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
                {i18n.t(isShown ? 'library.secret.hide' : 'library.secret.show')}
              </button>
              <CopyButton
                label={i18n.t('library.secret.copy')}
                done={i18n.t('library.copied')}
                failed={i18n.t('library.notCopied')}
                text={() => value}
              />
            </div>
          </div>
          <TextField
            name="address"
            label={i18n.t('library.secret.address')}
            value={opened.secret.address}
            maxLength={2000}
          />
          <div class="field">
            <label for={noteId}>{i18n.t('library.secret.note')}</label>
            <textarea id={noteId} name="note" rows={4} defaultValue={opened.secret.note} />
          </div>
          <div class="row">
            <button type="submit" class="primary">
              {i18n.t('library.secret.save')}
            </button>
            {id !== null && <a href={versionsHref(id)}>{i18n.t('library.selection.versions')}</a>}
          </div>
        </form>
      )}
    </div>
  );
}
