import { i18n } from '#i18n';

interface LossNoticeProps {
  readonly isUnderstood: boolean;
  readonly problem: string | undefined;
  readonly onChange: (isUnderstood: boolean) => void;
}

/** What losing the password means, to be agreed to before there is anything to lose. */
export function LossNotice({ isUnderstood, problem, onChange }: LossNoticeProps) {
  return (
    <div class="notice stack">
      <p>{i18n.t('account.signUp.loss')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={isUnderstood}
          aria-invalid={problem !== undefined}
          aria-describedby="understood-problem"
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {i18n.t('account.signUp.understood')}
      </label>
      <p id="understood-problem" class="small error">
        {problem}
      </p>
    </div>
  );
}
