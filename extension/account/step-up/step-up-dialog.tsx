import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { readStepUpOptions } from '../acts/step-up.ts';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { StepUpFactor } from './step-up-factor.tsx';
import { StepUpPassword } from './step-up-password.tsx';

interface StepUpDialogProps {
  readonly onSettled: (isConfirmed: boolean) => void;
}

/** “Is it you?”: by a second factor where the account has one, else by the password. */
export function StepUpDialog({ onSettled }: StepUpDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const options = useLoaded(readStepUpOptions);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => onSettled(false)}>
      <div class="stack">
        <h2 id={id}>{i18n.t('account.stepUp.title')}</h2>
        <p>{i18n.t('account.stepUp.about')}</p>
        <LoadProblem loaded={options} />
        {options.value &&
          ('challenge' in options.value ? (
            <StepUpFactor challenge={options.value} onConfirmed={() => onSettled(true)} />
          ) : (
            <StepUpPassword onConfirmed={() => onSettled(true)} />
          ))}
        <div>
          <button type="button" class="quiet" onClick={() => onSettled(false)}>
            {i18n.t('cancel')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
