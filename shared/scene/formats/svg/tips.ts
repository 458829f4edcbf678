import type { Arrowhead } from '../../model/element.ts';
import { classesOf, findTags, nameOf } from '../xml/read-xml.ts';
import type { Drawing } from './drawing.ts';
import { readPath } from './path-data.ts';

/** The arrowhead that is nearest to what a `marker-start` or `marker-end` draws. */
export function tipOf(marker: string, drawing: Drawing): Arrowhead | null {
  const id = /url\(\s*["']?[^"'#)]*#([^"')]+)["']?\s*\)/.exec(marker)?.[1];
  const element = id === undefined ? undefined : drawing.ids.get(id);
  if (element === undefined) return null;
  const name = [id, ...classesOf(element)].join(' ').toLowerCase();
  if (/circle|dot|lollipop/.test(name)) return 'dot';
  if (/composition|aggregation|diamond/.test(name)) return 'diamond';
  if (/onlyone|zeroorone|oneormore|zeroormore|cross|bar\b|tee/.test(name)) return 'bar';
  const shapes = findTags(element, (tag) => SHAPES.has(nameOf(tag)));
  const [shape] = shapes;
  if (shape === undefined) return null;
  if (nameOf(shape) === 'circle' || nameOf(shape) === 'ellipse') return 'dot';
  if (nameOf(shape) === 'polygon') return 'triangle';
  const isClosed = readPath(shape.attributes.d ?? '').some((piece) => piece.isClosed);
  return isClosed && shape.attributes.fill !== 'none' ? 'triangle' : 'arrow';
}

const SHAPES = new Set(['path', 'polygon', 'polyline', 'circle', 'ellipse', 'line', 'rect']);
