import { decodeBase64url, encodeBase64url } from '../../crypto/base64url.ts';
import { NONCE_BYTES, type ObjectId, type SymmetricKey, type Ticket } from '../../crypto/brand.ts';
import { randomBytes } from '../../crypto/bytes.ts';
import type { ShareLink } from '../../crypto/link.ts';
import { deriveProbe, deriveViewKeys } from '../../crypto/link-keys.ts';
import { type OpenedShare, openShare } from '../../crypto/share.ts';
import type { ClaimAnswer, OpenAnswer } from '../contract.ts';
import { type DownloadOptions, downloadContent } from './download.ts';
import { request, requestJson, sharePath } from './request.ts';
import { retry } from './retry.ts';

export interface RevealOptions extends DownloadOptions {
  readonly passphrase?: string;
  /** The view is taken and what follows is the download of so many bytes. */
  readonly onClaimed?: (claim: {
    readonly remaining: number;
    readonly contentLength: number;
  }) => void;
}

export interface RevealedShare extends OpenedShare {
  /** Views that are left for others. */
  readonly remaining: number;
}

/** A recipient with a link in front of a share. */
export interface ShareReading {
  /** What waits there; takes no view, and the sender sees that the link was opened. */
  look(): Promise<OpenAnswer>;
  /**
   * Takes one view and opens the content. After a failure that may pass, call it again: it goes on with the
   * same view and takes no second one.
   * @throws {ApiError} `share-gone`, `claim-ended`, `wrong-passphrase` (`details.attemptsLeft`), `share-not-found`
   * @throws {CryptoError} `invalid-passphrase`, `cannot-open`
   */
  reveal(options?: RevealOptions): Promise<RevealedShare>;
  /** Tells the operator what is wrong with the share. */
  report(reason: string): Promise<void>;
}

interface Claim {
  readonly answer: ClaimAnswer;
  readonly kek: SymmetricKey;
}

/** Starts reading the share behind `link` on the server at `origin`. */
export function startReading(origin: string, { id, secret }: ShareLink): ShareReading {
  const nonce = encodeBase64url(randomBytes(NONCE_BYTES));
  let probing: Promise<string> | undefined;
  let claim: Claim | undefined;

  function probe(): Promise<string> {
    probing ??= deriveProbe(id, secret).then(encodeBase64url);
    return probing;
  }

  async function takeView({ passphrase, signal }: RevealOptions): Promise<Claim> {
    const { view, kek } = await deriveViewKeys(id, secret, passphrase);
    const json = { probe: await probe(), view: encodeBase64url(view), nonce };
    const options = { method: 'POST', json, signal } as const;
    const path = sharePath(id, '/claim');
    return {
      answer: await retry(() => requestJson<ClaimAnswer>(origin, path, options), signal),
      kek,
    };
  }

  return {
    async look() {
      const options = { method: 'POST', json: { probe: await probe() } } as const;
      return retry(() => requestJson<OpenAnswer>(origin, sharePath(id, '/open'), options));
    },

    async reveal(options = {}) {
      claim ??= await takeView(options);
      const { answer, kek } = claim;
      const { remaining, contentLength } = answer;
      options.onClaimed?.({ remaining, contentLength });
      const ticket = decodeBase64url(answer.ticket) as Ticket;
      const content =
        answer.content === undefined
          ? downloadContent(origin, id, ticket, contentLength, options)
          : new Blob([decodeBase64url(answer.content)]).stream();
      const opened = await openShare(id, kek, readClaimed(answer), content, options);
      void acknowledge(origin, id, ticket);
      return { ...opened, remaining };
    },

    async report(reason) {
      const options = { method: 'POST', json: { probe: await probe(), reason } } as const;
      await retry(() => request(origin, sharePath(id, '/report'), options));
    },
  };
}

function readClaimed({ wrappedKey, meta, object }: ClaimAnswer) {
  return {
    wrappedKey: decodeBase64url(wrappedKey),
    meta: decodeBase64url(meta),
    ...(object
      ? { object: { id: decodeBase64url(object.id) as ObjectId, version: object.version } }
      : {}),
  };
}

/** Tells the server that the content is here and safe, so that it can go. Without it, the ticket ends by itself. */
function acknowledge(origin: string, id: ObjectId, ticket: Ticket): Promise<void> {
  const options = { method: 'POST', bearer: ticket } as const;
  return retry(() => request(origin, sharePath(id, '/ack'), options)).then(
    () => {},
    () => {},
  );
}
