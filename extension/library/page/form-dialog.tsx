import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface FormDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What the button says that does it. */
  readonly label: string;
  /** Why it can't be done as it is, in words: then the button does nothing. */
  readonly hindrance?: string | undefined;
  readonly children: ComponentChildren;
  readonly onSubmit: (fields: FormData) => void;
  readonly onClose: () => void;
}

/** A few fields in a dialog, its first one focused. */
export function FormDialog(props: FormDialogProps) {
  const { isOpen, title, label, hindrance, children, onSubmit, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget as HTMLFormElement));
    onClose();
  }

  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      {isOpen && (
        <form class="stack" onSubmit={submit}>
          <h2 id={id}>{title}</h2>
          {children}
          {hindrance && (
            <p id={`${id}-hindrance`} class="small" role="alert">
              {hindrance}
            </p>
          )}
          <div class="row">
            <button
              type="submit"
              class="primary"
              disabled={hindrance !== undefined}
              aria-describedby={hindrance && `${id}-hindrance`}
            >
              {label}
            </button>
            <button type="button" onClick={onClose}>
              {i18n.t('cancel')}
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
}
