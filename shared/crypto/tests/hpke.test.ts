import { Aes256Gcm, CipherSuite, DhkemP384HkdfSha384, HkdfSha384 } from '@hpke/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ObjectId } from '../brand.ts';
import { type Bytes, concat, randomBytes, utf8 } from '../bytes.ts';
import { envelopeContext, envelopePrefix } from '../envelope.ts';
import { openWith, type SealedKey, sealTo } from '../hpke.ts';
import { POINT_BYTES, type StoredKeyPair } from '../p384.ts';
import {
  generateRecipientKeyPair,
  importRecipient,
  importRecipientKeys,
  type RecipientKeys,
} from '../recipient.ts';

const OBJECT: SealedKey = { role: 'wrap', id: randomBytes(16) as ObjectId, version: 3 };
const DATA = randomBytes(32);
const CANNOT_OPEN = { code: 'cannot-open' };
const PREFIX_BYTES = 7 + 32;
/** Another implementation of HPKE, by other people. */
const other = new CipherSuite({
  kem: new DhkemP384HkdfSha384(),
  kdf: new HkdfSha384(),
  aead: new Aes256Gcm(),
});
const info = utf8('inkseal/v1');

let pair: StoredKeyPair;
let keys: RecipientKeys;
let sealed: Bytes;

beforeAll(async () => {
  pair = await generateRecipientKeyPair();
  keys = await importRecipientKeys(pair);
  sealed = await sealTo(keys, OBJECT, DATA);
});

describe('against @hpke/core', () => {
  it.each([0, 1, 32, 185, 20_000])('opens what it sealed, %i bytes', async (length) => {
    const data = randomBytes(length);
    const prefix = envelopePrefix(2, keys.keyId);
    const recipientPublicKey = await other.kem.deserializePublicKey(pair.point);
    const sender = await other.createSenderContext({ recipientPublicKey, info });
    const ciphertext = await sender.seal(data, await envelopeContext(OBJECT, prefix));
    const envelope = concat(prefix, new Uint8Array(sender.enc), new Uint8Array(ciphertext));
    expect(await openWith(keys, OBJECT, envelope)).toEqual(data);
  });

  it.each([0, 1, 32, 185, 20_000])('seals what it opens, %i bytes', async (length) => {
    const data = randomBytes(length);
    const envelope = await sealTo(await importRecipient(pair.point), OBJECT, data);
    const prefix = envelope.subarray(0, PREFIX_BYTES);
    const enc = envelope.slice(PREFIX_BYTES, PREFIX_BYTES + POINT_BYTES);
    const ecdh = { name: 'ECDH', namedCurve: 'P-384' };
    const privateKey = await crypto.subtle.importKey('pkcs8', pair.pkcs8, ecdh, true, [
      'deriveBits',
    ]);
    const recipient = await other.createRecipientContext({
      recipientKey: { publicKey: keys.publicKey, privateKey },
      enc,
      info,
    });
    const aad = await envelopeContext(OBJECT, prefix);
    const opened = await recipient.open(envelope.slice(PREFIX_BYTES + POINT_BYTES), aad);
    expect(new Uint8Array(opened)).toEqual(data);
  });
});

describe('what must not open', () => {
  it('every flipped byte and every shorter length', async () => {
    for (let i = 0; i < sealed.length; i++) {
      const bad = sealed.slice();
      bad[i] = (bad[i] as number) ^ (1 << (i % 8));
      await expect(openWith(keys, OBJECT, bad), `byte ${i}`).rejects.toMatchObject(CANNOT_OPEN);
      const short = sealed.subarray(0, i);
      await expect(openWith(keys, OBJECT, short), `length ${i}`).rejects.toMatchObject(CANNOT_OPEN);
    }
    const long = concat(sealed, new Uint8Array(1));
    await expect(openWith(keys, OBJECT, long)).rejects.toMatchObject(CANNOT_OPEN);
  });

  it('another object, another person, a broken description', async () => {
    const stranger = await importRecipientKeys(await generateRecipientKeyPair());
    const wrongs: [RecipientKeys, SealedKey][] = [
      [keys, { ...OBJECT, role: 'private-key' }],
      [keys, { ...OBJECT, id: randomBytes(16) as ObjectId }],
      [keys, { ...OBJECT, id: randomBytes(15) as ObjectId }],
      [keys, { ...OBJECT, version: 4 }],
      [keys, { ...OBJECT, version: -1 }],
      [stranger, OBJECT],
      [{ ...keys, privateKey: stranger.privateKey }, OBJECT],
      [{ ...stranger, keyId: keys.keyId }, OBJECT],
    ];
    for (const [who, object] of wrongs)
      await expect(openWith(who, object, sealed)).rejects.toMatchObject(CANNOT_OPEN);
    expect(await openWith(keys, OBJECT, sealed)).toEqual(DATA);
  });

  it('content, even where somebody sealed it so', async () => {
    const content = { ...OBJECT, role: 'content' } as unknown as SealedKey;
    await expect(sealTo(keys, content, DATA)).rejects.toMatchObject({ code: 'invalid-content' });
    const prefix = envelopePrefix(2, keys.keyId);
    const sender = await other.createSenderContext({ recipientPublicKey: keys.publicKey, info });
    const ciphertext = await sender.seal(DATA, await envelopeContext(content, prefix));
    const forged = concat(prefix, new Uint8Array(sender.enc), new Uint8Array(ciphertext));
    await expect(openWith(keys, content, forged)).rejects.toMatchObject(CANNOT_OPEN);
  });
});

describe('keys', () => {
  it('are new every time, and the private one stays inside once imported', async () => {
    const again = await generateRecipientKeyPair();
    expect(again.point).not.toEqual(pair.point);
    expect(keys.privateKey.extractable).toBe(false);
    expect((await importRecipient(pair.point)).keyId).toEqual(keys.keyId);
  });

  it('refuse a private key that is not one', async () => {
    const bad = { ...pair, pkcs8: pair.pkcs8.slice(1) };
    await expect(importRecipientKeys(bad)).rejects.toMatchObject({ code: 'invalid-key' });
  });
});
