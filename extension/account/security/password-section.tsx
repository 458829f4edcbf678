import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { changePasswordHere } from '../acts/change-password.ts';
import { ActForm } from '../forms/act-form.tsx';
import { NewPasswordField } from '../forms/password-field.tsx';
import { useKnownPassword } from '../forms/use-known-password.tsx';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { checkNewPassword } from '../password/check-new-password.ts';
import { Section } from './section.tsx';

interface PasswordSectionProps {
  readonly email: string;
  readonly onChanged: () => Promise<void>;
}

/** Another master password; nothing is encrypted anew, and all other browsers are asked for it. */
export function PasswordSection({ email, onChanged }: PasswordSectionProps) {
  const [newPassword, setNewPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const submission = useSubmit();
  const password = useKnownPassword(submission, {
    label: i18n.t('account.password.old'),
    hint: i18n.t('account.password.oldHint'),
  });

  async function change(): Promise<void> {
    setDone(false);
    const oldPassword = password.read();
    const problem = await checkNewPassword(newPassword, [email]);
    if (problem) throw new FieldProblem('new', problem);
    if (oldPassword === newPassword) {
      throw new FieldProblem('new', i18n.t('account.password.same'));
    }
    await changePasswordHere(oldPassword, newPassword);
    password.clear();
    setNewPassword('');
    setDone(true);
    await onChanged();
  }

  return (
    <Section title={i18n.t('account.change.password')}>
      <details>
        <summary>{i18n.t('account.change.passwordOpen')}</summary>
        <div class="stack">
          <p>{i18n.t('account.change.passwordAbout')}</p>
          <ActForm
            submission={submission}
            label={i18n.t('account.change.passwordGo')}
            busyLabel={i18n.t('account.change.going')}
            onSubmit={change}
          >
            {password.field}
            <NewPasswordField
              label={i18n.t('account.password.new')}
              value={newPassword}
              known={[email]}
              hint={i18n.t('account.password.newHint')}
              problem={submission.fields.new}
              onInput={setNewPassword}
            />
          </ActForm>
        </div>
      </details>
      <p role="status">{isDone && i18n.t('account.change.passwordDone')}</p>
    </Section>
  );
}
