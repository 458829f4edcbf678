import type { RevealedShare } from '../../shared/api/client/read-share.ts';
import { startReading } from '../../shared/api/client/read-share.ts';
import { parseLink } from '../../shared/crypto/link.ts';

/** Opens the share behind `link` on the server at `origin`, from outside any browser; takes a view. */
export function readAsRecipient(
  origin: string,
  link: string,
  passphrase?: string,
): Promise<RevealedShare> {
  const reading = startReading(origin, parseLink(link));
  return reading.reveal(passphrase === undefined ? {} : { passphrase });
}
