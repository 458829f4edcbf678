import { utf8 } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { environmentKeys } from '../sealing/environment-keys.ts';
import { openText, sealText } from '../sealing/seal.ts';

/* What the server hands out and reads again later, without keeping it: sealed JSON with an end. */

const decoder = new TextDecoder();

export interface Expiring {
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** @param purpose what it is for; it opens for nothing else */
export function sealJson(env: Env, purpose: string, value: Expiring): Promise<string> {
  const place = { purpose, rowId: env.OIDC_ISSUER ?? '' };
  return sealText(environmentKeys(env), place, utf8(JSON.stringify(value)));
}

/** What was sealed for `purpose`, or `null` where it was not by this server, or is over. */
export async function openJson<Value extends Expiring>(
  env: Env,
  purpose: string,
  text: string,
  now: number,
): Promise<Value | null> {
  const place = { purpose, rowId: env.OIDC_ISSUER ?? '' };
  const opened = await openText(environmentKeys(env), place, text);
  if (opened === null) return null;
  const value = JSON.parse(decoder.decode(opened)) as Value;
  return value.expiresAt > now ? value : null;
}
