import type { MeasureText } from '../text/measure-text.ts';
import { isPng } from './picture-header.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError, type ReadResult } from './read-result.ts';

/** A file of whatever kind, as the readers of all formats look at it. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  /** Where it is a PNG, the bytes again; else undefined. */
  readonly png: Uint8Array | undefined;
  /** Where it is text without a byte order mark, that; else empty. */
  readonly text: string;
  /** Where it is SVG, its text; else undefined. */
  readonly svg: string | undefined;
  readonly measure: MeasureText;
  /** Which page, where it has several; counted from 0. */
  readonly page: number;
}

/**
 * Reads files of one format.
 * @returns undefined where the file is of another one
 * @throws {ReadError} where it is of this one, and broken
 */
export type ReadFormat = (file: OpenedFile) => Promise<ReadResult | undefined>;

/** @throws {ReadError} `too-large` */
export function openFile(bytes: Uint8Array, measure: MeasureText, page = 0): OpenedFile {
  if (bytes.length > READ_LIMITS.fileBytes) throw new ReadError('too-large');
  if (isPng(bytes)) return { bytes, png: bytes, text: '', svg: undefined, measure, page };
  const text = readText(bytes);
  return { bytes, png: undefined, text, svg: isSvg(text) ? text : undefined, measure, page };
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimStart();
  } catch {
    return '';
  }
}

/** By its first tag: before it come only declarations and comments. */
function isSvg(text: string): boolean {
  const HEAD_CHARS = 16 * 2 ** 10;
  const head = text.slice(0, HEAD_CHARS);
  return /^\s*(<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(\w+:)?svg[\s>]/i.test(head);
}
