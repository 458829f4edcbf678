import type { ObjectId, SymmetricKey } from '../brand.ts';
import { digestEnvelope } from '../digest.ts';
import {
  envelopeContext,
  envelopeLength,
  envelopePrefix,
  open,
  openStream,
  type Role,
  type SealedObject,
  seal,
} from '../envelope.ts';
import { sha256 } from '../hash.ts';
import { pad, paddedLength, unpad } from '../padding.ts';
import vectors from '../vectors/inkseal_v1.json' with { type: 'json' };
import { type Case, fromHex, refused, same } from './check.ts';
import { collect, streamBytes } from './streams.ts';

/* Envelope, padding, context, digest: PROTOCOL section 1. */

const paddingCases = vectors.padding.map(
  (v): Case => ({
    name: `padding of ${v.dataLength} bytes`,
    run: async () => same(paddedLength(v.dataLength), v.paddedLength, 'padded length'),
  }),
);

const paddedCases = vectors.padded.map(
  (v): Case => ({
    name: `padded ${v.data}`,
    run: async () => {
      const padded = pad(fromHex(v.data));
      same(padded.length, v.length, 'length');
      same(await sha256(padded), v.sha256, 'hash');
      same(unpad(padded), v.data, 'data');
    },
  }),
);

const contextCases = vectors.context.map(
  (v): Case => ({
    name: `context of ${v.role} version ${v.version}`,
    run: async () => {
      const prefix = envelopePrefix(1, new Uint8Array(0));
      same(await envelopeContext(sealedObject(v), prefix), v.context, 'context');
    },
  }),
);

const envelopeCases = vectors.envelope.map(
  (v, index): Case => ({
    name: `envelope ${index}, ${v.role}: ${v.why ?? 'valid'}`,
    run: async () => {
      const key = fromHex(v.key) as SymmetricKey;
      const object = sealedObject(v);
      const given = v.envelope === undefined ? undefined : fromHex(v.envelope);
      if (v.result === 'invalid') {
        const bad = given ?? new Uint8Array(0);
        await refused('cannot-open', 'open', () => open(key, object, bad));
        await refused('cannot-open', 'openStream', () =>
          collect(openStream(key, object, streamBytes(bad, [50]))),
        );
        return;
      }
      const data = fromHex(v.data ?? '');
      const sealed = await seal(key, object, data, fromHex(v.salt ?? ''));
      same(sealed.length, v.envelopeLength, 'length');
      same(envelopeLength(object.role, data.length), v.envelopeLength, 'envelopeLength');
      same(await sha256(sealed), v.envelopeSha256, 'hash');
      if (given) same(sealed, given, 'envelope');
      same(await open(key, object, sealed), data, 'open');
      same(await collect(openStream(key, object, streamBytes(sealed, [50]))), data, 'openStream');
    },
  }),
);

const digestCases = vectors.digest.map(
  (v): Case => ({
    name: `digest of ${v.length} bytes`,
    run: async () => {
      const bytes = Uint8Array.from({ length: v.length }, (_, i) => i % 251);
      same(await digestEnvelope(bytes), v.digest, 'of bytes');
      same(await digestEnvelope(new Blob([bytes])), v.digest, 'of a Blob');
      same(await digestEnvelope(streamBytes(bytes, [99_991])), v.digest, 'of a stream');
    },
  }),
);

/** The object that a vector names. */
export function sealedObject(vector: {
  readonly role: string;
  readonly id: string;
  readonly version: number;
}): SealedObject {
  const id = fromHex(vector.id) as ObjectId;
  return { role: vector.role as Role, id, version: vector.version };
}

export const formatCases: readonly Case[] = [
  ...paddingCases,
  ...paddedCases,
  ...contextCases,
  ...envelopeCases,
  ...digestCases,
];
