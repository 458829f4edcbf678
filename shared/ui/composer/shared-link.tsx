import type { ComponentType } from 'preact';
import { useId, useState } from 'preact/hooks';
import { CopyButton } from '../copy-button.tsx';
import { formatTime, secondsUntil } from '../format.ts';
import { PageHeading } from '../page-heading.tsx';
import { composerText } from '../text.ts';
import { RevokeButton } from './revoke-button.tsx';
import type { SharedShare } from './sharing.ts';

const text = composerText.shared;

interface SharedLinkProps {
  readonly share: SharedShare;
  readonly onAnother?: () => void;
}

/** The link, to copy, to scan, or to take back. */
export function SharedLink({ share, onAnother }: SharedLinkProps) {
  const [isRevoked, setRevoked] = useState(false);
  const id = useId();
  const another = onAnother && (
    <button type="button" onClick={onAnother}>
      {text.another}
    </button>
  );
  if (isRevoked) {
    return (
      <section class="stack">
        <PageHeading title={text.revoked} />
        <p>{another}</p>
      </section>
    );
  }
  return (
    <section class="stack">
      <PageHeading title={text.title} />
      <div class="field">
        <label for={id}>{text.link}</label>
        <input
          id={id}
          class="link"
          readOnly
          value={share.link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      <div class="row">
        <CopyButton
          primary
          label={text.copy}
          done={text.copied}
          failed={text.copyFailed}
          text={() => share.link}
        />
      </div>
      <p>{text.once}</p>
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
          {isOpen ? text.qrHide : text.qr}
        </button>
      </p>
      {isOpen && QrCode && <QrCode text={link} label={text.qrLabel} />}
    </div>
  );
}
