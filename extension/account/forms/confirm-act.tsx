import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSubmit } from './use-submit.ts';

interface ConfirmActProps {
  readonly label: string;
  /** What the button is called for who can't see beside what it stands. */
  readonly fullLabel?: string;
  readonly title: string;
  readonly body: string;
  readonly onConfirm: () => Promise<void>;
}

/** Does what can't be undone after a question, and says what went wrong in the words of accounts. */
export function ConfirmAct({ label, fullLabel, title, body, onConfirm }: ConfirmActProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { isBusy, problem, run } = useSubmit();
  const id = useId();
  return (
    <>
      <button
        type="button"
        class="danger"
        aria-label={fullLabel}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={id}>
        <div class="stack">
          <h2 id={id}>{title}</h2>
          <p>{body}</p>
          <p class="error" role="alert">
            {problem}
          </p>
          <div class="row">
            <button
              type="button"
              class="primary"
              disabled={isBusy}
              onClick={() =>
                run(async () => {
                  await onConfirm();
                  dialog.current?.close();
                })
              }
            >
              {label}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {i18n.t('cancel')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
