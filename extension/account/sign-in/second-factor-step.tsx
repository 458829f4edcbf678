import { i18n } from '#i18n';
import type { NeedsFactor } from '../../../shared/account/sign-in.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { finishSignIn } from '../acts/sign-in.ts';
import { ChooseFactor } from '../factors/choose-factor.tsx';
import { useOlderState } from '../older/use-older-state.tsx';

interface SecondFactorStepProps {
  readonly second: NeedsFactor;
  readonly onBack: () => void;
}

/** The password was right; one of the account's second factors has to follow. */
export function SecondFactorStep({ second, onBack }: SecondFactorStepProps) {
  const older = useOlderState(() => {});
  if (older.view) return older.view;
  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.second.title')} />
      <ChooseFactor
        challenge={second.needed}
        onFactor={(factor) => older.notice(() => finishSignIn(second, factor))}
      />
      <div>
        <button type="button" class="quiet" onClick={onBack}>
          {i18n.t('account.back')}
        </button>
      </div>
    </div>
  );
}
