import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface ConfirmButtonProps {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  /** Said when `onConfirm` rejects. */
  readonly failed: string;
  readonly isDanger?: boolean;
  readonly onConfirm: () => Promise<void>;
}

/** Does what can't be undone, after a question. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, body, failed, isDanger, onConfirm } = props;
  const [progress, setProgress] = useState<'asking' | 'doing' | 'failed'>('asking');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  async function confirm(): Promise<void> {
    setProgress('doing');
    try {
      await onConfirm();
      dialog.current?.close();
    } catch {
      setProgress('failed');
    }
  }

  return (
    <>
      <button
        type="button"
        class={isDanger ? 'danger' : ''}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={id} onClose={() => setProgress('asking')}>
        <div class="stack">
          <h2 id={id}>{title}</h2>
          <p>{body}</p>
          <p class="error" role="alert">
            {progress === 'failed' && failed}
          </p>
          <div class="row">
            <button type="button" class="primary" disabled={progress === 'doing'} onClick={confirm}>
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
