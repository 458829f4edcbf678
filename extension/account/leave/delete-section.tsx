import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { deleteAccount } from '../acts/leave.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { Section } from '../security/section.tsx';
import { useStepUp } from '../step-up/step-up.tsx';

interface DeleteSectionProps {
  readonly email: string;
  readonly onChanged: () => Promise<void>;
}

/** Deletes the account, once its address was typed. */
export function DeleteSection({ email, onChanged }: DeleteSectionProps) {
  const [typed, setTyped] = useState('');
  const submission = useSubmit();
  const stepUp = useStepUp();

  async function leave(): Promise<void> {
    if (typed.trim().toLowerCase() !== email) {
      throw new FieldProblem('email', i18n.t('account.leave.typeEmail', [email]));
    }
    if (await stepUp(deleteAccount)) await onChanged();
  }

  return (
    <Section title={i18n.t('account.leave.delete')}>
      <p>{i18n.t('account.leave.deleteAbout')}</p>
      <p class="notice">{i18n.t('account.leave.deleteDays')}</p>
      <ActForm
        submission={submission}
        label={i18n.t('account.leave.deleteGo')}
        busyLabel={i18n.t('account.change.going')}
        look="danger"
        onSubmit={leave}
      >
        <LineField
          kind="email"
          label={i18n.t('account.leave.confirm')}
          value={typed}
          hint={i18n.t('account.leave.typeEmail', [email])}
          problem={submission.fields.email}
          onInput={setTyped}
        />
      </ActForm>
    </Section>
  );
}
