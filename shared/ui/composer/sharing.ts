import { prepareUpload, type UploadOptions } from '../../api/client/create-share.ts';
import type { OwnedShare } from '../../api/client/own-share.ts';
import { formatLink } from '../../crypto/link.ts';
import { type ShareContent, sealShare } from '../../crypto/share.ts';
import type { ShareChoices } from './share-choices.ts';

/** A share that exists. `link` is the one thing that opens it: show it, copy it, never store it. */
export interface SharedShare extends OwnedShare {
  readonly link: string;
  readonly views: number;
  /** RFC 3339. */
  readonly expiresAt: string;
  readonly hasPassphrase: boolean;
}

/** A sealed share on its way to the server. */
export interface Sharing {
  /** What looks after the share, known before anything is sent. */
  readonly owned: OwnedShare;
  /** Bytes to upload. */
  readonly contentLength: number;
  /**
   * Uploads; run it again after a failure, and it goes on where it stopped.
   * @throws {ApiError | UnreachableError}
   */
  run(options?: UploadOptions): Promise<SharedShare>;
}

/**
 * Seals `content` for the server at `origin`. All that sharing takes, without any view: `run` it.
 * @throws {CryptoError} `invalid-content`, `invalid-passphrase`
 */
export async function prepareSharing(
  origin: string,
  content: ShareContent,
  { views, expiresInSeconds, passphrase, note }: ShareChoices,
): Promise<Sharing> {
  const noted = note === '' ? content : { ...content, note };
  const sealed = await sealShare(noted, passphrase === '' ? undefined : passphrase);
  const upload = prepareUpload(origin, sealed, { views, expiresInSeconds });
  const { id, hasPassphrase } = sealed.link;
  const owned = { origin, id, ownerToken: sealed.ownerToken };
  return {
    owned,
    contentLength: sealed.contentLength,
    async run(options) {
      const { expiresAt } = await upload.run(options);
      return { ...owned, link: formatLink(origin, sealed.link), views, expiresAt, hasPassphrase };
    },
  };
}
