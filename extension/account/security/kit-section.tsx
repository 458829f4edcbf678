import { i18n } from '#i18n';
import { renewKitHere } from '../acts/renew-kit.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';
import { Section } from './section.tsx';

/** A new recovery kit in place of one that is lost, or that somebody saw. */
export function KitSection({ onKit }: { readonly onKit: (kit: readonly string[]) => void }) {
  const submission = useSubmit();
  const stepUp = useStepUp();

  async function renew(): Promise<void> {
    await stepUp(async () => onKit(await renewKitHere()));
  }

  return (
    <Section title={i18n.t('account.kit.title')}>
      <ActForm
        submission={submission}
        label={i18n.t('account.kit.renew')}
        busyLabel={i18n.t('account.change.going')}
        look="plain"
        onSubmit={renew}
      >
        <p>{i18n.t('account.kit.renewAbout')}</p>
      </ActForm>
    </Section>
  );
}
