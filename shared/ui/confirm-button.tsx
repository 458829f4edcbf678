import { useId, useRef, useState } from 'preact/hooks';

interface ConfirmButtonProps {
  /** What the button says that asks. */
  readonly label: string;
  readonly title: string;
  readonly body: string;
  /** What the button in the question says; as `label` where left out. */
  readonly confirm?: string;
  /** The same, while it is done. */
  readonly doing?: string;
  /** What the button says that changes nothing. */
  readonly keep: string;
  /** Said when `onConfirm` rejects. */
  readonly failed: string;
  readonly isDanger?: boolean | undefined;
  readonly onConfirm: () => Promise<void>;
}

/** Does what can't be undone, after a question. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, body, keep, failed, onConfirm } = props;
  const { confirm = label, doing = confirm } = props;
  const [progress, setProgress] = useState<'asking' | 'doing' | 'failed'>('asking');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  async function act(): Promise<void> {
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
        class={props.isDanger ? 'danger' : ''}
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
            <button type="button" class="primary" disabled={progress === 'doing'} onClick={act}>
              {progress === 'doing' ? doing : confirm}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {keep}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
