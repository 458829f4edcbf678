import { i18n } from '#i18n';
import { formatTime } from '../../../shared/ui/format.ts';
import { restoreAccount } from '../acts/leave.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { Section } from '../security/section.tsx';
import { useStepUp } from '../step-up/step-up.tsx';

interface RestoreSectionProps {
  /** RFC 3339. */
  readonly deleteAfter: string;
  readonly onChanged: () => Promise<void>;
}

/** Deletion was asked for, and can still be taken back. */
export function RestoreSection({ deleteAfter, onChanged }: RestoreSectionProps) {
  const submission = useSubmit();
  const stepUp = useStepUp();
  return (
    <Section title={i18n.t('account.leave.leaving')}>
      <ActForm
        submission={submission}
        label={i18n.t('account.leave.restore')}
        busyLabel={i18n.t('account.change.going')}
        onSubmit={async () => {
          if (await stepUp(restoreAccount)) await onChanged();
        }}
      >
        <p class="notice">{i18n.t('account.leave.leavingUntil', [formatTime(deleteAfter)])}</p>
      </ActForm>
    </Section>
  );
}
