import {
  createCipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { writeFileSync } from 'node:fs';

/*
 * Makes `accounts_v1.json` from the words of docs/format.md, with OpenSSL and without a line of the product:
 *
 *     node scripts/vectors/make-account-vectors.ts
 *
 * Signatures are random, so that each run makes others; all the rest comes out the same.
 */

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const u64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};
/** `length` bytes that count up from `first`. */
const counting = (first: number, length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (first + index) & 255));
const hkdf = (ikm: Buffer, info: string) =>
  Buffer.from(hkdfSync('sha512', ikm, 'inkseal/account/v1', info, 32));

/* The envelope of suite 1, for what fits into its first and last chunk. */

const PREFIX = Buffer.concat([utf8('IKS'), Buffer.from([1, 1, 0, 0])]);
const PADDED = ['manifest'];

function expand(key: Buffer, info: Buffer, length: number): Buffer {
  let block = Buffer.alloc(0);
  let all = Buffer.alloc(0);
  for (let n = 1; all.length < length; n++) {
    block = createHmac('sha512', key)
      .update(Buffer.concat([block, info, Buffer.from([n])]))
      .digest();
    all = Buffer.concat([all, block]);
  }
  return all.subarray(0, length);
}

function padTo4096(data: Buffer): Buffer {
  if (data.length > 4088) throw new Error('too long for this script');
  return Buffer.concat([u64(data.length), data, Buffer.alloc(4088 - data.length)]);
}

function seal(key: Buffer, role: string, id: Buffer, version: number, data: Buffer, salt: Buffer) {
  const zero = Buffer.from([0]);
  const object = [utf8('inkseal/v1'), zero, utf8(role), zero, id, u64(version), sha256(PREFIX)];
  const info = utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');
  const keys = expand(key, Buffer.concat([info, salt, ...object]), 76);
  const cipher = createCipheriv('aes-256-gcm', keys.subarray(0, 32), keys.subarray(32, 44));
  const plain = PADDED.includes(role) ? padTo4096(data) : data;
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([PREFIX, salt, keys.subarray(44), sealed]);
}

/* Key pairs that never change: a private key is a number. */

const P384_OID = '2b81040022';

function keyPair(d: Buffer): { privateKey: KeyObject; point: Buffer; pkcs8: Buffer } {
  const sec1 = Buffer.concat([
    Buffer.from(`303e0201010430${d.toString('hex')}a0070605${P384_OID}`, 'hex'),
  ]);
  const privateKey = createPrivateKey({ key: sec1, format: 'der', type: 'sec1' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    privateKey,
    point: spki.subarray(spki.length - 97),
    pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

function thumbprint(point: Buffer): Buffer {
  const x = point.subarray(1, 49).toString('base64url');
  const y = point.subarray(49).toString('base64url');
  return sha256(utf8(`{"crv":"P-384","kty":"EC","x":"${x}","y":"${y}"}`));
}

const accountId = counting(0x10, 16);
const userKey = counting(0xe0, 32);
const salt = counting(0x80, 24);
const pairs = {
  encryption: keyPair(counting(0x01, 48)),
  signing: keyPair(counting(0x31, 48)),
};
const hex = (bytes: Buffer) => bytes.toString('hex');

/* Wraps of the user key, and of a data key. */

const kek = counting(0x40, 32);
const prf = counting(0x60, 32);
const passkeyKek = hkdf(prf, 'passkey-kek');
const wraps = [
  { kek, generation: 1 },
  { kek: passkeyKek, generation: 7 },
].map(({ kek, generation }) => ({
  kek: hex(kek),
  accountId: hex(accountId),
  generation,
  userKey: hex(userKey),
  salt: hex(salt),
  wrapped: hex(seal(kek, 'wrap', accountId, generation, userKey, salt)),
}));

/* Private keys. */

const privateKeys = (['encryption', 'signing'] as const).map((use, index) => {
  const { point, pkcs8 } = pairs[use];
  const id = counting(0x20 + index * 0x10, 16);
  const version = index + 1;
  const plain = Buffer.concat([Buffer.from([index + 1]), pkcs8]);
  return {
    use,
    id: hex(id),
    version,
    userKey: hex(userKey),
    publicKey: hex(point),
    thumbprint: hex(thumbprint(point)),
    pkcs8: hex(pkcs8),
    salt: hex(salt),
    sealed: hex(seal(userKey, 'private-key', id, version, plain, salt)),
  };
});

/* Manifests. */

const itemIds = [0x90, 0x70, 0xb0].map((first) => counting(first, 16));
const manifests = [[], itemIds].map((ids, index) => {
  const items = ids.map((id, n) => ({ id, version: n === 2 ? 2 ** 32 + 1 : n + 1 }));
  const packed = [...items]
    .sort((a, b) => Buffer.compare(a.id, b.id))
    .map(({ id, version }) => Buffer.concat([id, u64(version)]));
  const counter = index === 0 ? 1 : 41;
  const generation = index + 1;
  const json = JSON.stringify({
    v: 1,
    generation,
    kdf: { salt: counting(0x55, 16).toString('base64url'), iterations: 600_000 },
    keys: privateKeys.map(({ id, version, use, thumbprint }) => ({
      id: Buffer.from(id, 'hex').toString('base64url'),
      version,
      use,
      thumbprint: Buffer.from(thumbprint, 'hex').toString('base64url'),
    })),
    items: Buffer.concat(packed).toString('base64url'),
  });
  const integrity = hkdf(userKey, 'integrity');
  const sealed = seal(integrity, 'manifest', accountId, counter, utf8(json), salt);
  return {
    userKey: hex(userKey),
    accountId: hex(accountId),
    counter,
    json,
    items: items.map(({ id, version }) => ({ id: hex(id), version })),
    salt: hex(salt),
    sealedSha256: hex(sha256(sealed)),
    sealed: index === 0 ? hex(sealed) : undefined,
  };
});

/* JSON that is no manifest of this version: each differs from a right one in one thing. */

const right = JSON.parse(manifests[1]?.json ?? '');
const packed = Buffer.from(right.items, 'base64url');
const swapItems = Buffer.concat([
  packed.subarray(24, 48),
  packed.subarray(0, 24),
  packed.subarray(48),
]);
const twice = Buffer.concat([packed.subarray(0, 24), packed]);
const badManifests = [
  ['a later version', { ...right, v: 2 }],
  ['generation 0', { ...right, generation: 0 }],
  ['no parameters', { ...right, kdf: undefined }],
  ['a short salt', { ...right, kdf: { ...right.kdf, salt: 'AAAA' } }],
  ['an unknown use', { ...right, keys: [{ ...right.keys[0], use: 'both' }] }],
  ['a key of version 0', { ...right, keys: [{ ...right.keys[0], version: 0 }] }],
  ['a short thumbprint', { ...right, keys: [{ ...right.keys[0], thumbprint: 'AAAA' }] }],
  ['items out of order', { ...right, items: swapItems.toString('base64url') }],
  ['an item twice', { ...right, items: twice.toString('base64url') }],
  ['half an item', { ...right, items: packed.subarray(0, 36).toString('base64url') }],
  ['padded base64', { ...right, items: `${right.items}==` }],
].map(([why, json]) => ({ why, json: JSON.stringify(json) }));

/* Recovery kits. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function kitLines(kit: Buffer): string[] {
  return [1, 2, 3, 4].map((line) => {
    const check = sha256(utf8('inkseal/kit/v1\0'), kit.subarray(0, 8 * line)).subarray(0, 2);
    const bytes = Buffer.concat([kit.subarray(8 * (line - 1), 8 * line), check]);
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const letters = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]);
    return (letters.join('').match(/.{4}/g) ?? []).join(' ');
  });
}

const kits = [counting(0xa0, 32), Buffer.alloc(32), Buffer.alloc(32, 255), sha256(utf8('kit'))].map(
  (kit) => ({ kit: hex(kit), lines: kitLines(kit) }),
);

/* Signatures. */

const signatures = [
  { label: 'test', parts: [] },
  { label: 'test', parts: [utf8('one'), Buffer.alloc(0), utf8('two')] },
].map(({ label, parts }) => {
  const framed = parts.flatMap((part) => [u64(part.length), part]);
  const transcript = Buffer.concat([utf8(`inkseal/sign/v1\0${label}\0`), ...framed]);
  const key = { key: pairs.signing.privateKey, dsaEncoding: 'ieee-p1363' as const };
  return {
    publicKey: hex(pairs.signing.point),
    label,
    parts: parts.map(hex),
    transcript: hex(transcript),
    signature: hex(sign('sha384', transcript, key)),
  };
});

const vectors = {
  about:
    'Accounts of Inkseal, version 1. Bytes are hex, text is UTF-8. Made by make-account-vectors.ts with OpenSSL, without code of the product.',
  passkey: [{ prf: hex(prf), kek: hex(passkeyKek) }],
  wrap: wraps,
  privateKey: privateKeys,
  manifest: manifests,
  badManifest: badManifests,
  kit: kits,
  signature: signatures,
};
const target = new URL('../../shared/crypto/vectors/accounts_v1.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(vectors, null, 1)}\n`);
