import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { makeRecoveryCodes } from '../acts/recovery-codes.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Section } from './section.tsx';
import type { FactorSectionProps } from './totp-section.tsx';

/** Codes on paper for the day when phone and passkey are gone. */
export function RecoveryCodesSection({ factors, onChanged }: FactorSectionProps) {
  const [codes, setCodes] = useState<readonly string[]>();
  const submission = useSubmit();
  const stepUp = useStepUp();
  const left = factors.recoveryCodesLeft;

  async function make(): Promise<void> {
    await stepUp(async () => setCodes(await makeRecoveryCodes()));
  }
  async function finish(): Promise<void> {
    setCodes(undefined);
    await onChanged();
  }

  return (
    <Section
      title={i18n.t('account.codes.title')}
      standing={i18n.t('account.codes.left', left)}
      isOn={left > 0}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onDone={finish} />
      ) : (
        <ActForm
          submission={submission}
          label={i18n.t(left > 0 ? 'account.codes.renew' : 'account.codes.make')}
          busyLabel={i18n.t('account.change.going')}
          look="plain"
          onSubmit={make}
        >
          <p>{i18n.t('account.codes.about')}</p>
        </ActForm>
      )}
    </Section>
  );
}
