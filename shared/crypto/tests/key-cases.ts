import { deriveIntegrityKey, derivePasswordKeys, deriveRecoveryKeys } from '../account.ts';
import { decodeBase64url } from '../base64url.ts';
import type { SymmetricKey } from '../brand.ts';
import { concat } from '../bytes.ts';
import { openWith, type SealedKey, sealTo } from '../hpke.ts';
import { importRecipientKeys, type RecipientKeys } from '../recipient.ts';
import vectors from '../vectors/inkseal_v1.json' with { type: 'json' };
import { type Case, fromHex, refused, same } from './check.ts';
import { sealedObject } from './format-cases.ts';

/* Keys of accounts and keys sealed to a person: PROTOCOL sections 5 and 1. */

const accountCases = vectors.account.map(
  (v, index): Case => ({
    name: `account keys ${index}`,
    run: async () => {
      if (v.password !== undefined) {
        const parameters = { salt: fromHex(v.salt), iterations: v.iterations };
        const { kek, auth } = await derivePasswordKeys(v.password, parameters);
        same(kek, v.kek, 'kek');
        same(auth, v.auth, 'auth');
      } else if (v.kit !== undefined) {
        const { kek, auth } = await deriveRecoveryKeys(fromHex(v.kit));
        same(kek, v.recoveryKek, 'recovery kek');
        same(auth, v.recoveryAuth, 'recovery auth');
      } else {
        const userKey = fromHex(v.userKey) as SymmetricKey;
        same(await deriveIntegrityKey(userKey), v.integrity, 'integrity');
      }
    },
  }),
);

const hpkeCases = vectors.hpke.map(
  (v, index): Case => ({
    name: `hpke ${index}: ${v.why ?? 'valid'}`,
    run: async () => {
      const keys = await importVectorKeys(v.recipient);
      const object = sealedObject(v) as SealedKey;
      same(keys.keyId, v.thumbprint, 'thumbprint');
      if (v.result === 'invalid') {
        return refused('cannot-open', 'openWith', () =>
          openWith(keys, object, fromHex(v.envelope)),
        );
      }
      const data = fromHex(v.data ?? '');
      same(await openWith(keys, object, fromHex(v.envelope)), data, 'openWith');
      const sealed = await sealTo(keys, object, data);
      same(sealed.length, v.envelope.length / 2, 'length');
      same(await openWith(keys, object, sealed), data, 'what sealTo made');
    },
  }),
);

type VectorKey = (typeof vectors.hpke)[number]['recipient'];

async function importVectorKeys(jwk: VectorKey): Promise<RecipientKeys> {
  const ecdh = { name: 'ECDH', namedCurve: 'P-384' };
  const key = await crypto.subtle.importKey('jwk', jwk, ecdh, true, ['deriveBits']);
  const pkcs8 = new Uint8Array((await crypto.subtle.exportKey('pkcs8', key)) as ArrayBuffer);
  const point = concat(Uint8Array.of(4), decodeBase64url(jwk.x), decodeBase64url(jwk.y));
  return importRecipientKeys({ point, pkcs8 });
}

export const keyCases: readonly Case[] = [...accountCases, ...hpkeCases];
