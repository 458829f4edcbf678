import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import {
  findTotpsUnderOlderKeys,
  replaceSealedTotp,
  type TotpRow,
} from '../database/accounts/totps.ts';
import { ApiError } from '../http/api-error.ts';
import { environmentKeys } from '../sealing/environment-keys.ts';
import { openText, sealText } from '../sealing/seal.ts';

const SEEDS_A_RUN = 200;

/** Seals an account's seed for its row. */
export function sealTotpSecret(env: Env, accountId: string, secret: Bytes): Promise<string> {
  return sealText(environmentKeys(env), placeOf(accountId), secret);
}

/** @throws {ApiError} 503 where the key that sealed the seed is gone from the environment */
export async function openTotpSecret(
  env: Env,
  { accountId, sealedSecret }: Pick<TotpRow, 'accountId' | 'sealedSecret'>,
): Promise<Bytes> {
  const secret = await openText(environmentKeys(env), placeOf(accountId), sealedSecret);
  if (secret === null) throw new ApiError('unavailable', { part: 'sealing-keys' });
  return secret;
}

/**
 * Seals under the newest key what lies under older ones, some of it at a time.
 * @throws {Error} at the end, where a seed opens under no key: it holds up no other
 */
export async function resealTotpSecrets(env: Env): Promise<void> {
  const { kid } = await environmentKeys(env).newest();
  const rows = await findTotpsUnderOlderKeys(env.DB, kid, SEEDS_A_RUN);
  const outcomes = await Promise.allSettled(rows.map((row) => reseal(env, row)));
  const lost = outcomes.filter(({ status }) => status === 'rejected');
  if (lost.length > 0) throw new Error(`${lost.length} seeds could not be sealed again`);
}

async function reseal(env: Env, row: TotpRow): Promise<void> {
  const secret = await openTotpSecret(env, row);
  await replaceSealedTotp(env.DB, row, await sealTotpSecret(env, row.accountId, secret));
}

function placeOf(accountId: string) {
  return { purpose: 'totp', rowId: accountId };
}
