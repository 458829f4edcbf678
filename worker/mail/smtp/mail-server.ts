/** How to reach a mail server, as `SMTP_URL` says. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `implicit` from the first byte; `starttls` or nothing is sent; `loopback` may go without. */
  readonly encryption: 'implicit' | 'starttls' | 'loopback';
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

const IMPLICIT_TLS_PORT = 465;
const SUBMISSION_PORT = 587;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads `smtps://user:password@host:port` (TLS at once) or `smtp://…` (STARTTLS, RFC 3207). Only on loopback
 * may a server go without encryption. User and password are percent-encoded.
 *
 * @returns `null` where the text is no such address
 */
export function readMailServer(text: string): MailServer | null {
  const url = URL.parse(text);
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    return null;
  const credentials = readCredentials(url);
  if (credentials === 'malformed') return null;
  const isImplicit = url.protocol === 'smtps:';
  const unencrypted = LOOPBACK.test(url.hostname) ? 'loopback' : 'starttls';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (isImplicit ? IMPLICIT_TLS_PORT : SUBMISSION_PORT),
    encryption: isImplicit ? 'implicit' : unencrypted,
    credentials,
  };
}

function readCredentials({ username, password }: URL): MailServer['credentials'] | 'malformed' {
  if (username === '') return null;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return 'malformed';
  }
}
