import { useId, useRef, useState } from 'preact/hooks';
import { type OwnedShare, revokeShare } from '../../api/client/own-share.ts';
import * as text from '../text/composer.ts';

interface RevokeButtonProps {
  readonly share: OwnedShare;
  readonly onRevoked: () => void;
}

/** Takes a share back, after a question. */
export function RevokeButton({ share, onRevoked }: RevokeButtonProps) {
  const [progress, setProgress] = useState<'asking' | 'revoking' | 'failed'>('asking');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  async function revoke(): Promise<void> {
    setProgress('revoking');
    try {
      await revokeShare(share);
      dialog.current?.close();
      onRevoked();
    } catch {
      setProgress('failed');
    }
  }

  return (
    <>
      <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
        {text.revoke}
      </button>
      <dialog ref={dialog} aria-labelledby={id} onClose={() => setProgress('asking')}>
        <div class="stack">
          <h2 id={id}>{text.revokeTitle}</h2>
          <p>{text.revokeBody}</p>
          <p class="error" role="alert">
            {progress === 'failed' && text.revokeFailed}
          </p>
          <div class="row">
            <button
              type="button"
              class="primary"
              disabled={progress === 'revoking'}
              onClick={revoke}
            >
              {progress === 'revoking' ? text.revoking : text.revokeConfirm}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {text.revokeKeep}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
