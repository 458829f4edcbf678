import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FactorsAnswer, TotpAnswer } from '../../../shared/api/contract.ts';
import { beginTotp, removeTotp } from '../acts/totp.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';
import { Section } from './section.tsx';
import { TotpSetup } from './totp-setup.tsx';

export interface FactorSectionProps {
  readonly factors: FactorsAnswer;
  readonly onChanged: () => Promise<void>;
}

/** Codes of an authenticator app. */
export function TotpSection({ factors, onChanged }: FactorSectionProps) {
  const [setup, setSetup] = useState<TotpAnswer>();
  const submission = useSubmit();
  const stepUp = useStepUp();

  async function begin(): Promise<void> {
    await stepUp(async () => setSetup(await beginTotp()));
  }
  async function remove(): Promise<void> {
    if (await stepUp(removeTotp)) await onChanged();
  }
  async function finish(): Promise<void> {
    setSetup(undefined);
    await onChanged();
  }

  return (
    <Section
      title={i18n.t('account.totp.title')}
      standing={i18n.t(factors.totp ? 'account.on' : 'account.off')}
      isOn={factors.totp}
    >
      {setup ? (
        <TotpSetup setup={setup} onDone={finish} onCancel={() => setSetup(undefined)} />
      ) : (
        <ActForm
          submission={submission}
          label={i18n.t(factors.totp ? 'account.totp.remove' : 'account.totp.add')}
          busyLabel={i18n.t('account.change.going')}
          look={factors.totp ? 'danger' : 'plain'}
          onSubmit={factors.totp ? remove : begin}
        >
          <p>{i18n.t('account.totp.about')}</p>
        </ActForm>
      )}
    </Section>
  );
}
