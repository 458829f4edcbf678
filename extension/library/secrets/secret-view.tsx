import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { LIBRARY_SHELF, newDiagramId } from '../library.ts';
import type { DiagramId } from '../model/diagram.ts';
import { trimName } from '../organise.ts';
import type { UseLibrary } from '../page/use-library.ts';
import { saveDiagram } from '../save-diagram.ts';
import { packSecret } from './pack-secret.ts';
import { SecretForm } from './secret-form.tsx';
import './secrets.css';
import { useSecretDraft } from './use-secret-draft.ts';

interface SecretViewProps {
  /** Null: a new one. */
  readonly id: DiagramId | null;
  /** It lies in an account that does not open now. */
  readonly isLocked: boolean;
  readonly act: UseLibrary['act'];
}

/** A secret, to be read, copied, changed and shared. What it hides is shown only when asked for. */
export function SecretView(props: SecretViewProps) {
  return (
    <div class="stack">
      <a href="#all">{i18n.t('library.back')}</a>
      {props.isLocked ? (
        <Problem text={i18n.t('library.secret.locked')} />
      ) : (
        <OpenSecret id={props.id} act={props.act} />
      )}
    </div>
  );
}

function OpenSecret({ id, act }: Pick<SecretViewProps, 'id' | 'act'>) {
  const { opened, isChanged, change, discard, settle } = useSecretDraft(id);
  // Of a new one, too, there is only one, however often Save is pressed.
  const [savedAs] = useState(() => id ?? newDiagramId());
  if (opened === undefined) return null;
  if (opened === 'gone') return <Problem text={i18n.t('library.file.gone')} />;
  if (opened === 'newer') return <Problem text={i18n.t('library.secret.newer')} />;
  const { draft, wasKept } = opened;

  async function save(): Promise<void> {
    await act(i18n.t('library.secret.saved'), async () => {
      await saveDiagram(LIBRARY_SHELF, savedAs, packSecret(draft.secret), {
        name: trimName(draft.name),
        kind: 'secret',
      });
      await settle();
      // Where saving fails, what was typed stays on the screen.
      location.hash = '#all';
    });
  }

  return (
    <>
      <PageHeading title={i18n.t(id === null ? 'library.newSecret' : 'library.secret.title')} />
      {wasKept && (
        <p class="notice" role="status">
          {i18n.t('library.secret.kept')}
        </p>
      )}
      <SecretForm
        id={id}
        draft={draft}
        isChanged={isChanged}
        onChange={change}
        onDiscard={discard}
        onSave={save}
      />
    </>
  );
}

function Problem({ text }: { readonly text: string }) {
  return (
    <>
      <PageHeading title={i18n.t('library.secret.title')} />
      <p class="notice">{text}</p>
    </>
  );
}
