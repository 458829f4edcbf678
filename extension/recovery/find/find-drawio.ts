import type { Candidate } from './candidate.ts';
import { writeSvg } from './write-svg.ts';

/** Diagrams that draw.io's viewer shows: `data-mxgraph` holds JSON with the file in its field `xml`. */
export function findDrawio(root: ParentNode): Candidate[] {
  return [...root.querySelectorAll('[data-mxgraph]')].flatMap((element): Candidate[] => {
    const source = readXml(element.getAttribute('data-mxgraph') ?? '');
    if (source === undefined) return [];
    const drawn = element.querySelector('svg');
    return [{ kind: 'drawio', element, source, ...(drawn && { svg: writeSvg(drawn) }) }];
  });
}

function readXml(data: string): string | undefined {
  try {
    const { xml }: { xml?: unknown } = JSON.parse(data);
    return typeof xml === 'string' && xml !== '' ? xml : undefined;
  } catch {
    return data.includes('<mxfile') || data.includes('<mxGraphModel') ? data : undefined;
  }
}
