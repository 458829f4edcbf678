import type { MeasureText } from '../text/measure-text.ts';
import { readDrawioFile } from './drawio/drawio-file.ts';
import { readExcalidrawFile } from './excalidraw/excalidraw-file.ts';
import { readInksealFile } from './inkseal/inkseal-file.ts';
import { openFile, type ReadFormat } from './opened-file.ts';
import { readPlantumlFile } from './plantuml/plantuml-file.ts';
import { type ReadResult, toFailure } from './read-result.ts';
import { readDrawnFile } from './svg/drawn-file.ts';

/** All formats whose files are known by what they hold. The first that knows a file reads it. */
const FORMATS: readonly ReadFormat[] = [
  readInksealFile,
  readExcalidrawFile,
  readDrawioFile,
  readPlantumlFile,
  readDrawnFile,
];

/**
 * The diagram in a file: one that was saved as such, or that a tool left in a picture which it made.
 * Undefined where there is none: the file may still be a picture, or an SVG for `readSvg`.
 *
 * @param page which one of a file with several, counted from 0
 */
export async function readDiagram(
  bytes: Uint8Array,
  measure: MeasureText,
  page = 0,
): Promise<ReadResult | undefined> {
  try {
    const file = openFile(bytes, measure, page);
    for (const read of FORMATS) {
      const result = await read(file);
      if (result !== undefined) return result;
    }
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}
