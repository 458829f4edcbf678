import type { OpenedFile, ReadFormat } from '../opened-file.ts';
import { listDrawioPages, readDrawio } from './read-drawio.ts';
import { readDrawioPng, readDrawioSvg } from './unpack-drawio.ts';

/** A draw.io file, or a PNG or SVG that holds one. */
export const readDrawioFile: ReadFormat = async (file) => {
  const text = await textIn(file);
  return text === undefined ? undefined : readDrawio(text, file.measure, file.page);
};

/** Names of the pages of such a file, in order; none where it is another or a broken one. */
export async function pagesOfDrawioFile(file: OpenedFile): Promise<readonly string[]> {
  try {
    const text = await textIn(file);
    return text === undefined ? [] : listDrawioPages(text);
  } catch {
    return [];
  }
}

const IS_DRAWIO = /^(<\?xml[^>]*\?>\s*)?<(mxfile|mxGraphModel)[\s>]/;

async function textIn({ png, svg, text }: OpenedFile): Promise<string | undefined> {
  const held = png ? await readDrawioPng(png) : svg && (await readDrawioSvg(svg));
  return held || (IS_DRAWIO.test(text) ? text : undefined);
}
