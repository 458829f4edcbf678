import { type Bytes, utf8 } from './bytes.ts';
import { CryptoError } from './error.ts';
import { isSafeName, safeName } from './item-name.ts';

/* What a share contains (PROTOCOL section 2): `meta` is JSON, `content` the items' bytes one after the other. */

export type ShareKind = 'text' | 'files' | 'diagram';

export interface ItemMeta {
  readonly name?: string;
  /** Media type: a hint from a stranger. */
  readonly type: string;
  /** Bytes, a safe integer. */
  readonly size: number;
}

export interface ShareMeta {
  readonly kind: ShareKind;
  readonly note?: string;
  readonly items: readonly ItemMeta[];
}

const META_VERSION = 1;
export const MAX_ITEMS = 100;
export const MAX_NOTE_CODE_POINTS = 1000;
const MAX_META_BYTES = 64 * 1024;

/**
 * JSON of `meta`.
 * @throws {CryptoError} `invalid-content`: no or over 100 items, a bad name, a note over 1,000 code points,
 * over 64 KiB in all
 */
export function encodeMeta(meta: ShareMeta): Bytes {
  const { kind, note, items } = meta;
  if (items.length < 1 || items.length > MAX_ITEMS) {
    throw invalid(`A share holds 1 to ${MAX_ITEMS} items; this one has ${items.length}.`);
  }
  if (note !== undefined && [...note].length > MAX_NOTE_CODE_POINTS) {
    throw invalid(`A note has at most ${MAX_NOTE_CODE_POINTS} characters.`);
  }
  for (const { name } of items) {
    if (name !== undefined && !isSafeName(name)) throw invalid(`“${name}” can't be a file name.`);
  }
  const bytes = utf8(JSON.stringify({ v: META_VERSION, kind, ...(note ? { note } : {}), items }));
  if (bytes.length > MAX_META_BYTES) throw invalid('The names and the note are too long together.');
  return bytes;
}

/**
 * Reads the meta of a share of `contentLength` bytes. A claim has been spent by then, so this never refuses:
 * an unknown kind or version is shown as files, and items that make no sense as one file with all bytes.
 */
export function decodeMeta(bytes: Bytes, contentLength: number): ShareMeta {
  const raw = parseObject(bytes);
  const items = readItems(raw.items, contentLength);
  const note = typeof raw.note === 'string' && raw.note !== '' ? { note: raw.note } : {};
  if (!items)
    return { kind: 'files', ...note, items: [{ type: UNKNOWN_TYPE, size: contentLength }] };
  return { kind: readKind(raw, items), ...note, items };
}

const UNKNOWN_TYPE = 'application/octet-stream';

function parseObject(bytes: Bytes): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function readKind(raw: Record<string, unknown>, items: readonly ItemMeta[]): ShareKind {
  if (raw.v !== META_VERSION) return 'files';
  if (raw.kind === 'diagram') return 'diagram';
  return raw.kind === 'text' && /^text\/plain\b/i.test(items[0]?.type ?? '') ? 'text' : 'files';
}

function readItems(raw: unknown, contentLength: number): ItemMeta[] | undefined {
  if (!Array.isArray(raw) || raw.length === 0) return undefined;
  const items: ItemMeta[] = [];
  let total = 0;
  for (const item of raw) {
    if (!isObject(item) || !Number.isSafeInteger(item.size) || (item.size as number) < 0)
      return undefined;
    const size = item.size as number;
    total += size;
    items.push({
      ...(typeof item.name === 'string' ? { name: safeName(item.name) } : {}),
      type: typeof item.type === 'string' ? item.type : UNKNOWN_TYPE,
      size,
    });
  }
  return total === contentLength ? items : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): CryptoError {
  return new CryptoError('invalid-content', message);
}
