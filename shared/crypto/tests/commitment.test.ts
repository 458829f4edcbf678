import { afterEach, expect, it, vi } from 'vitest';
import type { ObjectId, SymmetricKey } from '../brand.ts';
import { type Bytes, concat } from '../bytes.ts';
import { COBBLESTONE_HEADER_BYTES, keysToSeal } from '../cobblestone.ts';
import {
  envelopeContext,
  envelopePrefix,
  open,
  openStream,
  type SealedObject,
} from '../envelope.ts';
import { fromHex } from './check.ts';
import { readPublished } from './published.ts';
import { collect, streamBytes } from './streams.ts';

interface NonCommittingPair {
  readonly key1: string;
  readonly key2: string;
  readonly iv: string;
  readonly ctAndTag: string;
}

const FILE = 'gcm_noncommitting_pair.json';
const OBJECT: SealedObject = {
  role: 'wrap',
  id: new Uint8Array(16) as Bytes as ObjectId,
  version: 1,
};

afterEach(() => {
  vi.restoreAllMocks();
});

it('AES-GCM itself opens the pair under both keys', async (context) => {
  const pair = readPublished<NonCommittingPair>(context, FILE);
  for (const hex of [pair.key1, pair.key2]) {
    const key = await crypto.subtle.importKey('raw', fromHex(hex), 'AES-GCM', false, ['decrypt']);
    const params = { name: 'AES-GCM', iv: fromHex(pair.iv) };
    const plain = await crypto.subtle.decrypt(params, key, fromHex(pair.ctAndTag));
    expect(plain.byteLength).toBe(80);
  }
});

it('as the first chunk of an envelope it is refused at the commitment, before AES-GCM', async (context) => {
  const pair = readPublished<NonCommittingPair>(context, FILE);
  const key1 = fromHex(pair.key1) as SymmetricKey;
  const key2 = fromHex(pair.key2) as SymmetricKey;
  const prefix = envelopePrefix(1, new Uint8Array(0));
  // The header commits to key1, so the envelope must not even be tried under key2.
  const { header } = await keysToSeal(key1, await envelopeContext(OBJECT, prefix));
  expect(header.length).toBe(COBBLESTONE_HEADER_BYTES);
  const envelope = concat(prefix, header, fromHex(pair.ctAndTag));

  const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
  await expect(open(key2, OBJECT, envelope)).rejects.toMatchObject({ code: 'cannot-open' });
  const stream = openStream(key2, OBJECT, streamBytes(envelope));
  await expect(collect(stream)).rejects.toMatchObject({ code: 'cannot-open' });
  expect(decrypt).not.toHaveBeenCalled();

  // Under key1 the commitment holds, so the spy does see AES-GCM.
  await expect(open(key1, OBJECT, envelope)).rejects.toMatchObject({ code: 'cannot-open' });
  expect(decrypt).toHaveBeenCalledOnce();
});
