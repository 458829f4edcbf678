import type { OpenedFile, ReadFormat } from '../opened-file.ts';
import { listDrawioPages, readDrawio } from './read-drawio.ts';
import { readDrawioPng, readDrawioSvg } from './unpack-drawio.ts';

/** A draw.io file, or a PNG or SVG that holds one. */
export const readDrawioFile: ReadFormat = (file) => {
  const text = textIn(file);
  return text === undefined ? undefined : readDrawio(text, file.measure, file.page);
};

/** Names of the pages of such a file, in order; none where it is another or a broken one. */
export function pagesOfDrawioFile(file: OpenedFile): readonly string[] {
  try {
    const text = textIn(file);
    return text === undefined ? [] : listDrawioPages(text);
  } catch {
    return [];
  }
}

const IS_DRAWIO = /^(<\?xml[^>]*\?>\s*)?<(mxfile|mxGraphModel)[\s>]/;

function textIn({ png, svg, text }: OpenedFile): string | undefined {
  const held = png ? readDrawioPng(png) : svg && readDrawioSvg(svg);
  return held || (IS_DRAWIO.test(text) ? text : undefined);
}
