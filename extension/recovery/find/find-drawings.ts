import { type Candidate, isLargeEnough } from './candidate.ts';
import { isMermaid } from './find-mermaid.ts';
import { writeSvg } from './write-svg.ts';

/** Inline SVG of any other tool, and canvases. */
export function findDrawings(root: ParentNode): Candidate[] {
  const found: Candidate[] = [];
  for (const element of root.querySelectorAll('svg, canvas')) {
    const isInner = element.parentElement?.closest('svg') && element.localName === 'svg';
    if (isInner || !isLargeEnough(element)) continue;
    // Not by class: in a frame, elements are of classes of that frame's own.
    if (element.localName === 'svg') {
      if (!isMermaid(element)) found.push(readDrawing(element as SVGSVGElement));
    } else {
      found.push({ kind: 'canvas', element, ...readCanvas(element as HTMLCanvasElement) });
    }
  }
  return found;
}

function readDrawing(svg: SVGSVGElement): Candidate {
  const content = svg.getAttribute('content');
  if (content?.includes('<mxfile') || content?.includes('<mxGraphModel')) {
    return { kind: 'drawio', element: svg, source: content, svg: writeSvg(svg) };
  }
  // Written as it is: the scene and the source stand in comments and metadata.
  const whole = new XMLSerializer().serializeToString(svg);
  if (whole.includes('payload-type:application/vnd.excalidraw+json')) {
    return { kind: 'excalidraw', element: svg, svg: whole };
  }
  if (/<!--(MD5=|SRC=)|<\?plantuml|@start\w+/.test(whole)) {
    return { kind: 'plantuml', element: svg, svg: whole };
  }
  const isGraph = svg.querySelector('g.graph > g.node, g.graph > g.edge') !== null;
  return { kind: isGraph ? 'graphviz' : 'svg', element: svg, svg: writeSvg(svg) };
}

/** Nothing where the page drew in it what it may not read again. */
function readCanvas(canvas: HTMLCanvasElement): Pick<Candidate, 'data'> {
  try {
    const data = canvas.toDataURL('image/png');
    return data.length > 100 ? { data } : {};
  } catch {
    return {};
  }
}
