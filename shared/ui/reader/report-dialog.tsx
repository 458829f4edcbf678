import { useRef, useState } from 'preact/hooks';
import { REPORT_REASON_MAX_CHARACTERS } from '../../api/limits.ts';
import * as text from '../text/reader.ts';

type Sending = 'no' | 'missing' | 'sending' | 'failed' | 'sent';

interface ReportDialogProps {
  readonly onReport: (reason: string) => Promise<void>;
}

/** A button, and behind it the form that reports the share to the server's operator. */
export function ReportDialog({ onReport }: ReportDialogProps) {
  const [sending, setSending] = useState<Sending>('no');
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const reason = field.current?.value.trim();
    if (!reason) {
      setSending('missing');
      field.current?.focus();
      return;
    }
    setSending('sending');
    try {
      await onReport(reason);
      setSending('sent');
    } catch {
      setSending('failed');
    }
  }

  return (
    <>
      <button type="button" class="quiet small" onClick={() => dialog.current?.showModal()}>
        {text.report}
      </button>
      <dialog ref={dialog} aria-labelledby="report-title" onClose={() => setSending('no')}>
        <form class="stack" onSubmit={submit}>
          <h2 id="report-title">{text.reportTitle}</h2>
          {sending === 'sent' ? (
            <p role="status">{text.reportSent}</p>
          ) : (
            <>
              <p>{text.reportBody}</p>
              <div class="field">
                <label for="report-reason">{text.reportReason}</label>
                <textarea
                  ref={field}
                  id="report-reason"
                  autoComplete="off"
                  spellcheck={false}
                  maxLength={REPORT_REASON_MAX_CHARACTERS}
                  aria-invalid={sending === 'missing'}
                  onInput={() => setSending('no')}
                />
              </div>
              <p class="error" role="alert">
                {sending === 'missing' && text.reportMissing}
                {sending === 'failed' && text.reportFailed}
              </p>
            </>
          )}
          <div class="row">
            {sending !== 'sent' && (
              <button type="submit" class="primary" disabled={sending === 'sending'}>
                {sending === 'sending' ? text.reportSending : text.reportSend}
              </button>
            )}
            <button type="button" onClick={() => dialog.current?.close()}>
              {sending === 'sent' ? text.close : text.cancel}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
