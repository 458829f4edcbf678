import { parseMermaidToExcalidraw } from '@excalidraw/mermaid-to-excalidraw';
import type { SandboxAnswer } from './protocol.ts';
import { sanitizeSvgText } from './sanitize-svg.ts';

/** Kinds of diagrams that become elements; others become a picture. */
const CONVERTED = /^(flowchart|sequence|class|state|er)/;

const MOST_EDGES = 2_000;

/** @throws Mermaid's own error where it does not understand `text` */
export async function drawMermaid(text: string): Promise<SandboxAnswer> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    // Text in the picture stays text of SVG, which every tool shows.
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxEdges: MOST_EDGES,
  });
  // It decides what is Mermaid, and says in which line a mistake is.
  const { diagramType } = await mermaid.parse(text);
  const elements = CONVERTED.test(diagramType) ? await convert(text) : undefined;
  if (elements !== undefined) return { kind: 'elements', elements };
  const { svg } = await mermaid.render('drawn', text);
  return { kind: 'picture', ...sanitizeSvgText(svg) };
}

/** Undefined where the converter gives up on what Mermaid understands. */
async function convert(text: string): Promise<unknown> {
  try {
    const { elements, files } = await parseMermaidToExcalidraw(text, { maxEdges: MOST_EDGES });
    const isPicture = files !== undefined && Object.keys(files).length > 0;
    return isPicture ? undefined : elements;
  } catch {
    return undefined;
  }
}
