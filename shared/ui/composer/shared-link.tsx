import type { ComponentType } from 'preact';
import { useId, useState } from 'preact/hooks';
import { CopyButton } from '../copy-button.tsx';
import { formatTime, secondsUntil } from '../format.ts';
import { PageHeading } from '../page-heading.tsx';
import * as text from '../text/composer.ts';
import { useLeaveWarning } from '../use-leave-warning.ts';
import { RevokeButton } from './revoke-button.tsx';
import type { SharedShare } from './sharing.ts';

interface SharedLinkProps {
  readonly share: SharedShare;
  readonly onAnother?: () => void;
  /** The surface has put the link into the clipboard itself, so that leaving loses nothing. */
  readonly wasCopied?: boolean;
}

/** The link, to copy, to scan, or to take back. Warns before the tab is left with the link nowhere else. */
export function SharedLink({ share, onAnother, wasCopied = false }: SharedLinkProps) {
  const [isRevoked, setRevoked] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const id = useId();
  const keep = () => setCopied(true);
  useLeaveWarning(!isCopied && !wasCopied && !isRevoked);
  const another = onAnother && (
    <button type="button" onClick={onAnother}>
      {text.another}
    </button>
  );
  if (isRevoked) {
    return (
      <section class="stack">
        <PageHeading title={text.revokedTitle} />
        <p>{another}</p>
      </section>
    );
  }
  return (
    <section class="stack">
      <PageHeading title={text.sharedTitle} />
      <div class="field">
        <label for={id}>{text.link}</label>
        <input
          id={id}
          class="link"
          autoComplete="off"
          readOnly
          value={share.link}
          onCopy={keep}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      <div class="row">
        <CopyButton
          primary
          label={text.copyLink}
          done={text.linkCopied}
          failed={text.copyFailed}
          text={() => share.link}
          onCopied={keep}
        />
      </div>
      <p>{text.linkOnce}</p>
      {share.hasPassphrase && <p>{text.passphraseApart}</p>}
      <p class="faded">
        {text.terms(share.views, secondsUntil(share.expiresAt), formatTime(share.expiresAt))}
      </p>
      <QrToggle link={share.link} />
      <div class="row">
        <RevokeButton share={share} onRevoked={() => setRevoked(true)} />
        {another}
      </div>
    </section>
  );
}

/** The code that draws a QR code is loaded when somebody wants one. */
function QrToggle({ link }: { readonly link: string }) {
  const [QrCode, setQrCode] = useState<ComponentType<{ text: string; label: string }>>();
  const [isOpen, setOpen] = useState(false);
  async function toggle(): Promise<void> {
    setOpen(!isOpen);
    if (QrCode) return;
    const loaded = await import('./qr-code.tsx');
    setQrCode(() => loaded.QrCode);
  }
  return (
    <div class="stack">
      <p>
        <button type="button" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? text.hideQr : text.showQr}
        </button>
      </p>
      {isOpen && QrCode && <QrCode text={link} label={text.qrLabel} />}
    </div>
  );
}
