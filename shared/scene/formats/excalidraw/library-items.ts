import { isRecord } from '../json-text.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';
import { type RawElement, readNumber } from './raw-element.ts';

const GAP = 40;
const ROW_WIDTH = 1600;

/**
 * The elements of a library's items, laid out in rows; ids made different from item to item.
 * @throws {ReadError} `broken`, `too-many-elements`, `bad-number`
 */
export function placeLibraryItems(json: RawElement): RawElement[] {
  const items = json.libraryItems ?? json.library; // the first version's name
  if (!Array.isArray(items)) throw new ReadError('broken');
  const placed: RawElement[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const item of items) {
    const elements = isRecord(item) ? item.elements : item;
    if (!Array.isArray(elements) || !elements.every(isRecord)) throw new ReadError('broken');
    if (elements.length === 0) continue;
    if (placed.length + elements.length > READ_LIMITS.elements) {
      throw new ReadError('too-many-elements');
    }
    const { left, top, width, height } = boundsOf(elements);
    if (x > 0 && x + width > ROW_WIDTH) {
      x = 0;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    for (const element of elements) {
      placed.push({
        ...element,
        x: readNumber(element, 'x', 0) - left + x,
        y: readNumber(element, 'y', 0) - top + y,
      });
    }
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
  }
  return placed;
}

function boundsOf(elements: readonly RawElement[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const element of elements) {
    const x = readNumber(element, 'x', 0);
    const y = readNumber(element, 'y', 0);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + readNumber(element, 'width', 0));
    bottom = Math.max(bottom, y + readNumber(element, 'height', 0));
  }
  return { left, top, width: right - left, height: bottom - top };
}
