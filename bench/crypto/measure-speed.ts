import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../../shared/crypto/brand.ts';
import { type Bytes, concat, randomBytes } from '../../shared/crypto/bytes.ts';
import { openStream, type SealedObject, sealStream } from '../../shared/crypto/envelope.ts';
import { iterate } from '../../shared/crypto/stream.ts';
import { median } from '../shares/statistics.ts';
import { streamBlocks } from './block-stream.ts';

export const SPEED_MIB = 64;
export const SPEED_ROUNDS = 5;

/** Something that seals `data`, and opens what it sealed; both drop what they make. */
interface Contestant {
  seal(): Promise<unknown>;
  open(): Promise<unknown>;
}

/** Medians in milliseconds. */
export interface Speed {
  readonly sealMs: number;
  readonly openMs: number;
}

/** Inkseal and age stream in blocks of 64 KiB; raw is one call of AES-GCM. Interleaved, after a round to warm up. */
export async function measureSpeed(): Promise<Record<'inkseal' | 'age' | 'raw', Speed>> {
  const data = new Uint8Array(SPEED_MIB * 1024 * 1024);
  for (let at = 0; at < data.length; at += 65_536)
    crypto.getRandomValues(data.subarray(at, at + 65_536));
  const contestants = {
    inkseal: await makeInkseal(data),
    age: await makeAge(data),
    raw: await makeRaw(data),
  };
  const times = {
    inkseal: { seal: [], open: [] },
    age: { seal: [], open: [] },
    raw: { seal: [], open: [] },
  } as Record<keyof typeof contestants, Record<keyof Contestant, number[]>>;
  for (let round = 0; round <= SPEED_ROUNDS; round++) {
    for (const work of ['seal', 'open'] as const) {
      for (const name of ['inkseal', 'age', 'raw'] as const) {
        const start = performance.now();
        await contestants[name][work]();
        if (round > 0) times[name][work].push(performance.now() - start);
      }
    }
  }
  const speedOf = (name: keyof typeof contestants): Speed => ({
    sealMs: median(times[name].seal),
    openMs: median(times[name].open),
  });
  return { inkseal: speedOf('inkseal'), age: speedOf('age'), raw: speedOf('raw') };
}

async function makeInkseal(data: Bytes): Promise<Contestant> {
  const key = randomBytes(32) as SymmetricKey;
  const id = randomBytes(OBJECT_ID_BYTES) as ObjectId;
  const object: SealedObject = { role: 'content', id, version: 1 };
  const seal = () => sealStream(key, object, streamBlocks(data), data.length);
  const sealed = await keep(seal());
  return {
    seal: () => drop(seal()),
    open: () => drop(openStream(key, object, streamBlocks(sealed))),
  };
}

async function makeAge(data: Bytes): Promise<Contestant> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = await keep(await encrypter.encrypt(streamBlocks(data)));
  return {
    seal: async () => drop(await encrypter.encrypt(streamBlocks(data))),
    open: async () => drop(await decrypter.decrypt(streamBlocks(sealed))),
  };
}

async function makeRaw(data: Bytes): Promise<Contestant> {
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  const key = await crypto.subtle.importKey('raw', randomBytes(32), 'AES-GCM', false, usages);
  const params = { name: 'AES-GCM', iv: randomBytes(12) };
  const sealed = await crypto.subtle.encrypt(params, key, data);
  return {
    seal: () => crypto.subtle.encrypt(params, key, data),
    open: () => crypto.subtle.decrypt(params, key, sealed),
  };
}

async function keep(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  const blocks: Uint8Array[] = [];
  for await (const block of iterate(stream)) blocks.push(block);
  return concat(...blocks);
}

async function drop(stream: ReadableStream<Uint8Array>): Promise<void> {
  for await (const _ of iterate(stream));
}
