import { importJWK } from 'jose';
import * as z from 'zod';
import type { JwksAnswer } from '../../shared/api/contract.ts';
import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';

const ALGORITHM = 'ES256';

/** `TOKEN_KEYS`: a JWK set (RFC 7517), newest first. The first signs, all verify; the others may do without `d`. */
const tokenKeys = z.object({
  keys: z
    .array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        d: z.string().optional(),
        kid: z.string().min(1),
        alg: z.literal(ALGORITHM).optional(),
        use: z.literal('sig').optional(),
        key_ops: z.array(z.enum(['sign', 'verify'])).optional(),
      }),
    )
    .min(1),
});

type TokenKey = z.output<typeof tokenKeys>['keys'][number];

export interface TokenKeys {
  readonly signing: { readonly kid: string; readonly key: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  /** What everybody may know. */
  readonly published: JwksAnswer;
}

let imported: { readonly text: string; readonly keys: TokenKeys } | null = null;

/**
 * The keys of the server's tokens.
 * @throws {ApiError} 503 `token-keys` without a usable `TOKEN_KEYS`
 */
export async function readTokenKeys({ TOKEN_KEYS: text = '' }: Env): Promise<TokenKeys> {
  if (imported?.text !== text) {
    const keys = await importTokenKeys(text).catch(() => {
      throw new ApiError('unavailable', { part: 'token-keys' });
    });
    imported = { text, keys };
  }
  return imported.keys;
}

async function importTokenKeys(text: string): Promise<TokenKeys> {
  const { keys } = tokenKeys.parse(JSON.parse(text));
  const verifying = new Map<string, CryptoKey>();
  for (const { d: _, ...jwk } of keys) verifying.set(jwk.kid, await importKey(jwk));
  const [newest] = keys;
  if (newest?.d === undefined || verifying.size !== keys.length) throw new Error('unusable');
  return {
    signing: { kid: newest.kid, key: await importKey(newest) },
    verifying,
    published: {
      keys: keys.map(({ kty, crv, x, y, kid }) => {
        return { kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' };
      }),
    },
  };
}

async function importKey({ kty, crv, x, y, d }: TokenKey): Promise<CryptoKey> {
  const jwk = { kty, crv, x, y, ...(d !== undefined && { d }) };
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('not a key pair');
  return key;
}
