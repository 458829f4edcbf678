import { derivePasskeyKey } from '../account.ts';
import {
  type KeyUse,
  openPrivateKey,
  sealPrivateKey,
  unwrapUserKey,
  wrapUserKey,
} from '../account-objects.ts';
import { encodeBase64url } from '../base64url.ts';
import type { ObjectId, SymmetricKey } from '../brand.ts';
import { type Bytes, utf8 } from '../bytes.ts';
import { sha256 } from '../hash.ts';
import {
  decodeManifest,
  encodeManifest,
  type Manifest,
  openManifest,
  sealManifest,
} from '../manifest.ts';
import { thumbprintOf } from '../p384.ts';
import { readKit, writeKit } from '../recovery-kit.ts';
import {
  importSigner,
  importSigningKeys,
  signedTranscript,
  signParts,
  verifyParts,
} from '../signing.ts';
import vectors from '../vectors/accounts_v1.json' with { type: 'json' };
import { type Case, fromHex, refused, same } from './check.ts';

/* What lies under an account's keys, recovery kits and signatures: docs/format.md section 5. */

const key = (hex: string) => fromHex(hex) as SymmetricKey;
const objectId = (hex: string) => fromHex(hex) as ObjectId;

const passkeyCases = vectors.passkey.map(
  (v): Case => ({
    name: 'kek of a passkey',
    run: async () => {
      same(await derivePasskeyKey(fromHex(v.prf)), v.kek, 'kek');
      await refused('invalid-key', 'a short secret', () => derivePasskeyKey(fromHex('00')));
    },
  }),
);

const wrapCases = vectors.wrap.map(
  (v): Case => ({
    name: `user key of generation ${v.generation}`,
    run: async () => {
      const name = { accountId: objectId(v.accountId), generation: v.generation };
      const wrapped = fromHex(v.wrapped);
      same(await unwrapUserKey(key(v.kek), name, wrapped), v.userKey, 'user key');
      const next = { ...name, generation: v.generation + 1 };
      await refused('cannot-open', 'as another generation', () =>
        unwrapUserKey(key(v.kek), next, wrapped),
      );
      const again = await wrapUserKey(key(v.kek), name, key(v.userKey));
      same(again.length, wrapped.length, 'length');
      same(await unwrapUserKey(key(v.kek), name, again), v.userKey, 'what wrapUserKey made');
    },
  }),
);

const privateKeyCases = vectors.privateKey.map(
  (v): Case => ({
    name: `private key for ${v.use}`,
    run: async () => {
      const use = v.use as KeyUse;
      const name = { id: objectId(v.id), version: v.version, use };
      const [userKey, sealed] = [key(v.userKey), fromHex(v.sealed)];
      same(await openPrivateKey(userKey, name, sealed), v.pkcs8, 'PKCS#8');
      same(await thumbprintOf(fromHex(v.publicKey)), v.thumbprint, 'thumbprint');
      const otherUse = { ...name, use: use === 'signing' ? 'encryption' : 'signing' } as const;
      for (const other of [otherUse, { ...name, version: v.version + 1 }]) {
        await refused('cannot-open', 'as another key', () =>
          openPrivateKey(userKey, other, sealed),
        );
      }
      const again = await sealPrivateKey(userKey, name, fromHex(v.pkcs8));
      same(again.length, sealed.length, 'length');
      same(await openPrivateKey(userKey, name, again), v.pkcs8, 'what sealPrivateKey made');
    },
  }),
);

const manifestCases = vectors.manifest.map(
  (v): Case => ({
    name: `manifest number ${v.counter}`,
    run: async () => {
      const [userKey, accountId] = [key(v.userKey), objectId(v.accountId)];
      const manifest = decodeManifest(utf8(v.json));
      same(text(encodeManifest(manifest)), v.json, 'written again');
      for (const { id, version } of v.items) {
        same(manifest.items.get(encodeBase64url(fromHex(id))), version, 'version of an item');
      }
      same(manifest.items.size, v.items.length, 'number of items');
      if (v.sealed !== undefined) {
        const sealed = fromHex(v.sealed);
        same(await sha256(sealed), v.sealedSha256, 'hash');
        const opened = await openManifest(userKey, accountId, v.counter, sealed);
        same(text(encodeManifest(opened)), v.json, 'opened');
        await refused('cannot-open', 'another counter', () =>
          openManifest(userKey, accountId, v.counter + 1, sealed),
        );
      }
      const again = await sealManifest(userKey, accountId, v.counter, reverseItems(manifest));
      const opened = await openManifest(userKey, accountId, v.counter, again);
      same(text(encodeManifest(opened)), v.json, 'what sealManifest made');
    },
  }),
);

const text = (bytes: Bytes) => new TextDecoder().decode(bytes);

/** Items come out in one order, whatever the order they were put in. */
function reverseItems(manifest: Manifest): Manifest {
  return { ...manifest, items: new Map([...manifest.items].reverse()) };
}

const badManifestCases = vectors.badManifest.map(
  (v): Case => ({
    name: `no manifest: ${v.why}`,
    run: () => refused('cannot-open', 'decodeManifest', () => decodeManifest(utf8(v.json))),
  }),
);

const kitCases = vectors.kit.map(
  (v): Case => ({
    name: `recovery kit ${v.lines[0]}`,
    run: async () => {
      same((await writeKit(fromHex(v.kit))).join('\n'), v.lines.join('\n'), 'lines');
      const reading = await readKit(v.lines.join('\n'));
      same(reading.ok ? reading.kit : reading.reason, v.kit, 'read');
    },
  }),
);

const signatureCases = vectors.signature.map(
  (v): Case => ({
    name: `signature over ${v.parts.length} parts`,
    run: async () => {
      const parts = v.parts.map(fromHex);
      same(signedTranscript(v.label, parts), v.transcript, 'transcript');
      const signer = await importSigner(fromHex(v.publicKey));
      const signature = fromHex(v.signature);
      const verify = (label: string, signed: Bytes[], bytes: Bytes) =>
        verifyParts(signer, label, signed, bytes);
      same(await verify(v.label, parts, signature), true, 'verified');
      same(await verify(`${v.label}2`, parts, signature), false, 'for another label');
      same(await verify(v.label, [...parts, utf8('')], signature), false, 'with another part');
      same(await verify(v.label, parts, signature.subarray(1)), false, 'a short one');
      const pkcs8 = fromHex(vectors.privateKey.find(({ use }) => use === 'signing')?.pkcs8 ?? '');
      const keys = await importSigningKeys({ point: fromHex(v.publicKey), pkcs8 });
      const again = await signParts(keys, v.label, parts);
      same(await verify(v.label, parts, again), true, 'what signParts made');
    },
  }),
);

export const accountCases: readonly Case[] = [
  ...passkeyCases,
  ...wrapCases,
  ...privateKeyCases,
  ...manifestCases,
  ...badManifestCases,
  ...kitCases,
  ...signatureCases,
];
