import { type OwnedShare, revokeShare } from '../../api/client/own-share.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import * as text from '../text/composer.ts';

interface RevokeButtonProps {
  readonly share: OwnedShare;
  readonly onRevoked: () => void;
}

/** Takes a share back, after a question. */
export function RevokeButton({ share, onRevoked }: RevokeButtonProps) {
  return (
    <ConfirmButton
      isDanger
      label={text.revoke}
      title={text.revokeTitle}
      body={text.revokeBody}
      confirm={text.revokeConfirm}
      doing={text.revoking}
      keep={text.revokeKeep}
      failed={text.revokeFailed}
      onConfirm={async () => {
        await revokeShare(share);
        onRevoked();
      }}
    />
  );
}
