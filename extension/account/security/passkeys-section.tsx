import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEVICE_NAME_MAX_CHARACTERS } from '../../../shared/api/account-limits.ts';
import { addPasskey } from '../acts/passkeys.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { Section } from './section.tsx';
import type { FactorSectionProps } from './totp-section.tsx';

/** Passkeys: a second factor, and where the device can, a way to unlock. */
export function PasskeysSection({ factors, onChanged }: FactorSectionProps) {
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState('');
  const submission = useSubmit();
  const stepUp = useStepUp();
  const { passkeys } = factors;

  async function add(): Promise<void> {
    setOutcome('');
    const trimmed = name.trim();
    if (trimmed === '') throw new FieldProblem('name', i18n.t('account.passkeys.nameMissing'));
    let unlocks = false;
    const isAdded = await stepUp(async () => {
      unlocks = await addPasskey(trimmed);
    });
    if (!isAdded) return;
    setName('');
    setOutcome(i18n.t(unlocks ? 'account.passkeys.addedUnlocks' : 'account.passkeys.added'));
    await onChanged();
  }

  return (
    <Section
      title={i18n.t('account.passkeys.title')}
      standing={i18n.t('account.passkeys.count', passkeys.length)}
      isOn={passkeys.length > 0}
    >
      <p>{i18n.t('account.passkeys.about')}</p>
      {passkeys.length > 0 && (
        <ul class="rows">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onChanged={onChanged} />
          ))}
        </ul>
      )}
      <ActForm
        submission={submission}
        label={i18n.t('account.passkeys.add')}
        busyLabel={i18n.t('account.passkeys.adding')}
        look="plain"
        onSubmit={add}
      >
        <LineField
          kind="name"
          label={i18n.t('account.passkeys.name')}
          value={name}
          maxLength={DEVICE_NAME_MAX_CHARACTERS}
          hint={i18n.t('account.passkeys.nameHint')}
          problem={submission.fields.name}
          onInput={setName}
        />
      </ActForm>
      <p role="status">{outcome}</p>
    </Section>
  );
}
