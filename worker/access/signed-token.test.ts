import { env } from 'cloudflare:workers';
import { errors, exportJWK, generateKeyPair, type JWK } from 'jose';
import { expect, test } from 'vitest';
import type { Env } from '../bindings.ts';
import { openToken } from './signed-token.ts';
import { readTokenKeys } from './token-keys.ts';

interface Group {
  readonly private?: JWK;
  readonly public?: JWK;
  readonly tests: readonly {
    readonly tcId: number;
    readonly comment: string;
    readonly jws: unknown;
    readonly result: 'valid' | 'acceptable' | 'invalid';
  }[];
}

/** Whether the signature is accepted under `jwk`. The payloads are no claims, which is said only after it held. */
async function acceptsSignature(jwk: JWK, jws: string): Promise<boolean> {
  const bindings = { ...env, TOKEN_KEYS: JSON.stringify({ keys: [jwk] }) } as Env;
  try {
    await openToken(await readTokenKeys(bindings), 'inkseal', jws, Date.now());
    return true;
  } catch (error) {
    return error instanceof errors.JWTInvalid;
  }
}

test('of Wycheproof’s signatures those by ES256 that are valid are accepted, and no other', async (context) => {
  if (env.JWS_VECTORS === '') return context.skip('The vectors are not beside this checkout.');
  const { testGroups } = JSON.parse(env.JWS_VECTORS) as { readonly testGroups: readonly Group[] };
  const own = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
  const accepted: number[] = [];
  for (const group of testGroups) {
    const jwk = group.private ?? group.public ?? {};
    // A key of another kind is none of ours: the token meets our own key, by the same name.
    const isOurs = jwk.kty === 'EC' && jwk.crv === 'P-256';
    const key = isOurs ? jwk : { ...own, kid: jwk.kid ?? 'own' };
    for (const { tcId, comment, jws, result } of group.tests) {
      const text = typeof jws === 'string' ? jws : JSON.stringify(jws);
      const isAccepted = await acceptsSignature(key, text);
      const expected = isOurs && result === 'valid';
      expect({ tcId, comment, isAccepted }).toEqual({ tcId, comment, isAccepted: expected });
      if (isAccepted) accepted.push(tcId);
    }
  }
  expect(accepted.length).toBeGreaterThan(0);
});
