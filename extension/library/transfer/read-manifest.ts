import * as z from 'zod/mini';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { wholeNumber } from '../../../shared/scene/schema/whole-number.ts';
import { LIBRARY_FORMAT, LIBRARY_VERSION, type LibraryManifest } from './pack-library.ts';

const MAX_NAME = 500;
const MAX_TEXT = 50_000;

const id = z.string().check(z.regex(/^[\w-]{22}$/));
const name = z.string().check(z.maxLength(MAX_NAME));
const count = wholeNumber.check(z.minimum(0));

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const point = z.array(z.number()).check(z.minLength(2), z.maxLength(2));

const hidden = z.object({
  crop: z.nullable(box),
  redactions: z.array(z.object({ area: z.array(point), above: z.array(name) })),
  pictures: z.array(z.object({ id: name, crop: box })),
});

const version = z.object({
  version: wholeNumber.check(z.minimum(1)),
  savedAt: count,
  name: z.nullable(name),
  restoredFrom: z.nullable(count),
  elementCount: count,
  bytes: count,
  digest: name,
  thumbnail: z.nullable(id),
  parts: z.array(id),
  hidden: z.exactOptional(hidden),
});

const diagram = z.object({
  id,
  name,
  folderId: z.nullable(id),
  tags: z.array(name),
  createdAt: count,
  savedAt: count,
  binnedAt: z.nullable(count),
  text: z.string().check(z.maxLength(MAX_TEXT)),
  thumbnail: z.nullable(id),
  versions: z.array(version).check(z.minLength(1)),
  parts: z.array(z.object({ id, digest: name, bytes: count })),
  nextVersion: count,
  kind: z.exactOptional(z.literal(['secret', 'file'])),
});

const manifest = z.object({
  format: z.literal(LIBRARY_FORMAT),
  version: z.literal(LIBRARY_VERSION),
  folders: z.array(z.object({ id, name, parentId: z.nullable(id) })),
  diagrams: z.array(diagram),
});

const stamp = z.object({ format: z.literal(LIBRARY_FORMAT), version: z.number() });

/** What `library.json` says. @throws {ReadError} `broken`, `newer-version` */
export function readManifest(json: unknown): LibraryManifest {
  const read = manifest.safeParse(json);
  if (read.success) return read.data as unknown as LibraryManifest; // ids are branded texts
  const stamped = stamp.safeParse(json);
  const isNewer = stamped.success && stamped.data.version > LIBRARY_VERSION;
  throw new ReadError(isNewer ? 'newer-version' : 'broken');
}
