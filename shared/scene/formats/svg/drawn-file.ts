import type { ReadFormat } from '../opened-file.ts';
import { readSvg } from './read-svg.ts';

/** An SVG that Graphviz or Mermaid drew: it says what is a node and what an edge. */
export const readDrawnFile: ReadFormat = async ({ svg, measure }) =>
  svg && (IS_GRAPHVIZ.test(svg) || IS_MERMAID.test(svg)) ? readSvg(svg, measure) : undefined;

const IS_GRAPHVIZ = /<g\b[^>]*\sclass="graph"/;
const IS_MERMAID = /<svg\b[^>]*\saria-roledescription="[\w-]+"/;
