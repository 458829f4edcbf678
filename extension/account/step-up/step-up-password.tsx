import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { confirmByPassword } from '../acts/step-up.ts';
import { ActForm } from '../forms/act-form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { useFocusFirst } from '../forms/use-focus-first.ts';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';

export function StepUpPassword({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const [password, setPassword] = useState('');
  const submission = useSubmit();
  const first = useFocusFirst<HTMLDivElement>();

  async function confirm(): Promise<void> {
    if (password === '') throw new FieldProblem('password', i18n.t('account.password.missing'));
    await confirmByPassword(password);
    onConfirmed();
  }

  return (
    <div ref={first}>
      <ActForm
        submission={submission}
        label={i18n.t('account.stepUp.go')}
        busyLabel={i18n.t('account.second.checking')}
        onSubmit={confirm}
      >
        <PasswordField
          label={i18n.t('account.password.master')}
          value={password}
          hint={i18n.t('account.password.hint')}
          problem={submission.fields.password}
          onInput={setPassword}
        />
      </ActForm>
    </div>
  );
}
