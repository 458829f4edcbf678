import type { ByteRange } from '../storage/content.ts';

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/i;

/**
 * One range of `bytes` (RFC 9110 section 14) within `total`. `null` means all: no range, several, or
 * one that is malformed. `unsatisfiable` lies outside.
 */
export function parseRange(
  header: string | undefined,
  total: number,
): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = SINGLE_RANGE.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), total);
    return length === 0 ? 'unsatisfiable' : { offset: total - length, length };
  }
  const offset = Number(first);
  if (last !== '' && Number(last) < offset) return null;
  if (offset >= total) return 'unsatisfiable';
  const end = last === '' ? total : Math.min(Number(last) + 1, total);
  return { offset, length: end - offset };
}
