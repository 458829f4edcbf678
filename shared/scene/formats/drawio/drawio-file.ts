import type { ReadFormat } from '../opened-file.ts';
import { readDrawio } from './read-drawio.ts';
import { readDrawioPng, readDrawioSvg } from './unpack-drawio.ts';

/** A draw.io file, or a PNG or SVG that holds one. */
export const readDrawioFile: ReadFormat = ({ png, svg, text, measure }) => {
  const held = png ? readDrawioPng(png) : svg && readDrawioSvg(svg);
  if (held) return readDrawio(held, measure);
  return IS_DRAWIO.test(text) ? readDrawio(text, measure) : undefined;
};

const IS_DRAWIO = /^(<\?xml[^>]*\?>\s*)?<(mxfile|mxGraphModel)[\s>]/;
