import { i18n } from '#i18n';
import { linkIdentityHere, readIdentitiesHere, unlinkIdentityHere } from '../acts/identities.ts';
import { askProvider } from '../acts/provider.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';
import { Section } from './section.tsx';

/** Providers that say who signs in. Nothing where the server has none and none is linked. */
export function IdentitiesSection() {
  const identities = useLoaded(readIdentitiesHere);
  const submission = useSubmit();
  const stepUp = useStepUp();
  const { linked = [], canLink = false } = identities.value ?? {};
  if (identities.value && linked.length === 0 && !canLink) return null;

  async function link(): Promise<void> {
    const proven = await askProvider();
    if (await stepUp(() => linkIdentityHere(proven))) await identities.reload();
  }
  async function unlink(id: string): Promise<void> {
    if (await stepUp(() => unlinkIdentityHere(id))) await identities.reload();
  }

  return (
    <Section
      title={i18n.t('account.identities.title')}
      standing={i18n.t('account.identities.count', linked.length)}
      isOn={linked.length > 0}
    >
      <p>{i18n.t('account.identities.about')}</p>
      <LoadProblem loaded={identities} />
      {linked.length > 0 && (
        <ul class="rows">
          {linked.map(({ id, email, issuer }) => (
            <li key={id} class="row spread">
              <div>
                <strong>{email}</strong>
                <p class="small faded">{new URL(issuer).host}</p>
              </div>
              <button
                type="button"
                class="danger"
                disabled={submission.isBusy}
                aria-label={i18n.t('account.identities.unlinkOne', [email])}
                onClick={() => submission.run(() => unlink(id))}
              >
                {i18n.t('account.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canLink ? (
        <ActForm
          submission={submission}
          label={i18n.t('account.identities.link')}
          busyLabel={i18n.t('account.provider.asking')}
          look="plain"
          onSubmit={link}
        >
          {null}
        </ActForm>
      ) : (
        <p class="error" role="alert">
          {submission.problem}
        </p>
      )}
    </Section>
  );
}
