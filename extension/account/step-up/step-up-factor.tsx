import type { ChallengeAnswer } from '../../../shared/api/contract.ts';
import { confirmByFactor } from '../acts/step-up.ts';
import { ChooseFactor } from '../factors/choose-factor.tsx';

interface StepUpFactorProps {
  readonly challenge: ChallengeAnswer;
  readonly onConfirmed: () => void;
}

export function StepUpFactor({ challenge, onConfirmed }: StepUpFactorProps) {
  return (
    <ChooseFactor
      challenge={challenge}
      onFactor={async (factor) => {
        await confirmByFactor(challenge.challenge, factor);
        onConfirmed();
      }}
    />
  );
}
