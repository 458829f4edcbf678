import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { type LinkSecret, OBJECT_ID_BYTES, type ObjectId, SECRET_BYTES } from './brand.ts';
import { CryptoError } from './error.ts';

/** All that a share link says. */
export interface ShareLink {
  /** Scheme, host and port of the server; missing where the text named none. */
  readonly origin?: string;
  readonly id: ObjectId;
  readonly secret: LinkSecret;
  readonly hasPassphrase: boolean;
}

/** The link as text: `ORIGIN/s/<id>#1.<secret>`, `#1p.` with a passphrase. */
export function formatLink(origin: string, link: ShareLink): string {
  const flag = link.hasPassphrase ? 'p' : '';
  return `${origin}/s/${encodeBase64url(link.id)}#1${flag}.${encodeBase64url(link.secret)}`;
}

/*
 * Mail programs and chats wrap, escape and decorate links; all that a person could paste is read here.
 * What stands before must be white space, a bracket or a quote, so that `javascript:https://…` is no link.
 * The lengths are bounded so that no pasted text can keep the page busy.
 */
const LINK =
  /(?:^|[\s<([{"'`“„‘«])(?:(https?:\/\/)?([^\s/?#@:]{1,253}(?::\d+)?))?\/s\/([\w-]{22})(?:\?[^\s#]{0,2000}?)?(?:#|%23)1(p?)\.([\w-]{43})(?![\w-])/;

/**
 * Finds the share link in `text` and repairs what mail and chat programs do to links (PROTOCOL section 3).
 * @throws {CryptoError} `invalid-link`
 */
export function parseLink(text: string): ShareLink {
  const match = LINK.exec(text);
  if (!match) throw invalidLink();
  const [, scheme = 'https://', host, id = '', flag, secret = ''] = match;
  try {
    return {
      ...(host === undefined ? {} : { origin: new URL(scheme + host).origin }),
      id: decodeBase64url(id, OBJECT_ID_BYTES) as ObjectId,
      secret: decodeBase64url(secret, SECRET_BYTES) as LinkSecret,
      hasPassphrase: flag === 'p',
    };
  } catch {
    throw invalidLink();
  }
}

function invalidLink(): CryptoError {
  return new CryptoError(
    'invalid-link',
    'This is not a whole Inkseal link. Copy it again, up to its last character.',
  );
}
