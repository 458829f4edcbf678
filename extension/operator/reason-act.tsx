import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { OPERATOR_REASON_MAX_CHARACTERS } from '../../shared/api/operator.ts';
import { Hint } from '../../shared/ui/hint.tsx';
import { ActForm } from '../account/forms/act-form.tsx';
import { FieldProblem, useSubmit } from '../account/forms/use-submit.ts';
import { useStepUp } from '../account/step-up/step-up.tsx';

interface ReasonActProps<Done> {
  readonly label: string;
  readonly title: string;
  /** What it means for whom it hits. */
  readonly body: string;
  readonly onAct: (reason: string) => Promise<Done>;
  /** Called with what the act gave. */
  readonly onDone: (done: Done) => Promise<void> | void;
}

/** Does something to somebody, for a reason that goes into the log. */
export function ReasonAct<Done>(props: ReasonActProps<Done>) {
  const { label, title, body, onAct, onDone } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const submission = useSubmit();
  const stepUp = useStepUp();
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  async function act(): Promise<void> {
    const why = reason.trim();
    if (why === '') throw new FieldProblem('reason', i18n.t('operator.reasonMissing'));
    const done: Done[] = [];
    const isDone = await stepUp(async () => {
      done.push(await onAct(why));
    });
    if (!isDone) return;
    setOpen(false);
    setReason('');
    for (const result of done) await onDone(result);
  }

  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={id} onClose={() => setOpen(false)}>
        <div class="stack">
          <h2 id={id}>{title}</h2>
          <p>{body}</p>
          <ActForm
            submission={submission}
            label={label}
            busyLabel={i18n.t('account.change.going')}
            onSubmit={act}
            beside={
              <button type="button" onClick={() => setOpen(false)}>
                {i18n.t('cancel')}
              </button>
            }
          >
            <div class="field">
              <label for={`${id}-reason`}>{i18n.t('operator.reason')}</label>
              <textarea
                id={`${id}-reason`}
                value={reason}
                maxLength={OPERATOR_REASON_MAX_CHARACTERS}
                aria-invalid={submission.fields.reason !== undefined}
                aria-describedby={`${id}-hint`}
                onInput={({ currentTarget }) => setReason(currentTarget.value)}
              />
              <Hint
                id={`${id}-hint`}
                problem={submission.fields.reason}
                hint={i18n.t('operator.reasonHint')}
              />
            </div>
          </ActForm>
        </div>
      </dialog>
    </>
  );
}
