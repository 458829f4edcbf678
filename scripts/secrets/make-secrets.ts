import { randomBytes, webcrypto } from 'node:crypto';

/** 32 random bytes, base64url. */
export function makeRandomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** A name that no other key had, of a letter, the day it was made and four random bytes. */
export function makeKeyId(now = new Date()): string {
  return `k${now.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
}

/** One private ES256 key as a JWK (RFC 7517) with `kid`. */
export async function makeTokenKey() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey } = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { kty, crv, x, y, d } = await webcrypto.subtle.exportKey('jwk', privateKey);
  return { kid: makeKeyId(), kty, crv, x, y, d, alg: 'ES256', use: 'sig' };
}

/** One key in JSON `{kid: key}`, before `older` ones where they are given in the same form. */
export function makeKeyList(older = '{}'): string {
  return JSON.stringify({ [makeKeyId()]: makeRandomKey(), ...JSON.parse(older) });
}

/** Each secret that the Worker can't do without, and how its first value is made. */
export const SECRETS = {
  ADDRESS_KEY: makeRandomKey,
  AUTH_PEPPERS: makeKeyList,
  UNKNOWN_ACCOUNT_KEY: makeRandomKey,
  SEALING_KEYS: makeKeyList,
  TOKEN_KEYS: async () => JSON.stringify({ keys: [await makeTokenKey()] }),
} satisfies Readonly<Record<string, () => string | Promise<string>>>;

export type SecretName = keyof typeof SECRETS;

/** A fresh value for each of `names`. */
export async function makeSecrets<Name extends SecretName>(
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const made = names.map(async (name) => [name, await SECRETS[name]()] as const);
  return Object.fromEntries(await Promise.all(made)) as Record<Name, string>;
}

export const SECRET_NAMES = Object.keys(SECRETS) as SecretName[];
