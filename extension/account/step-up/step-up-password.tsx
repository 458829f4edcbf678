import { i18n } from '#i18n';
import { confirmByPassword } from '../acts/step-up.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useFocusFirst } from '../forms/use-focus-first.ts';
import { useKnownPassword } from '../forms/use-known-password.tsx';
import { useSubmit } from '../forms/use-submit.ts';

export function StepUpPassword({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const submission = useSubmit();
  const password = useKnownPassword(submission);
  const first = useFocusFirst<HTMLDivElement>();

  async function confirm(): Promise<void> {
    await confirmByPassword(password.read());
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
        {password.field}
      </ActForm>
    </div>
  );
}
