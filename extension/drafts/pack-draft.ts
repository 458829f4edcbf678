import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { Draft, DraftSummary } from './draft.ts';

/* A draft as JSON, with its bytes apart: pictures, tiles, files, a scene. */

export interface PackedDraft {
  readonly about: DraftAbout;
  readonly blobs: readonly Blob[];
}

/** All of a draft but its bytes. */
export interface DraftAbout extends DraftSummary {
  /** Every other field, its blobs left out. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly blobs: readonly BlobAbout[];
}

interface BlobAbout {
  readonly type: string;
  /** Of a file that a person chose. */
  readonly name?: string;
  readonly lastModified?: number;
}

export function packDraft(draft: Draft): PackedDraft {
  const { id, createdAt, kind, title } = draft;
  const blobs = blobsOf(draft);
  const about = {
    id,
    createdAt,
    kind,
    ...(title === undefined ? {} : { title }),
    fields: fieldsOf(draft),
    blobs: blobs.map((blob) => ({
      type: blob.type,
      ...(blob instanceof File ? { name: blob.name, lastModified: blob.lastModified } : {}),
    })),
  };
  return { about, blobs };
}

export async function unpackDraft(about: DraftAbout, pieces: readonly Bytes[][]): Promise<Draft> {
  const blobs = about.blobs.map(({ type, name, lastModified = 0 }, index) => {
    const parts = pieces[index] ?? [];
    return name === undefined
      ? new Blob(parts, { type })
      : new File(parts, name, { type, lastModified });
  });
  const { id, createdAt, title, fields } = about;
  const own = { ...fields, id, createdAt, ...(title === undefined ? {} : { title }) };
  return { ...own, ...(await bytesOf(about, blobs)) } as Draft;
}

function blobsOf(draft: Draft): readonly Blob[] {
  if (draft.kind === 'written') return draft.files;
  if (draft.kind === 'scene') return [new Blob([draft.scene])];
  return [draft.data, ...(draft.tiles ?? []).map(({ data }) => data)];
}

function fieldsOf(draft: Draft): Readonly<Record<string, unknown>> {
  const { id: _id, createdAt: _createdAt, title: _title, ...rest } = draft;
  if (rest.kind === 'written') return { ...rest, files: undefined };
  if (rest.kind === 'scene') return { ...rest, scene: undefined };
  const tiles = rest.tiles?.map(({ box }) => ({ box }));
  return { ...rest, data: undefined, ...(tiles ? { tiles } : {}) };
}

async function bytesOf({ kind, fields }: DraftAbout, blobs: readonly Blob[]) {
  if (kind === 'written') return { files: blobs };
  const [first, ...rest] = blobs;
  if (kind === 'scene') return { scene: new Uint8Array((await first?.arrayBuffer()) ?? []) };
  const tiles = fields.tiles as readonly object[] | undefined;
  return {
    data: first,
    ...(tiles ? { tiles: tiles.map((tile, index) => ({ ...tile, data: rest[index] })) } : {}),
  };
}
