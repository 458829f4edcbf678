import type { XmlElement } from '@rgrove/parse-xml';
import type { Box, Point } from '../../model/element.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';
import { nameOf, tagsIn } from '../xml/read-xml.ts';

/** One `mxCell` with what stands around and inside of it. */
export interface Cell {
  readonly id: string;
  readonly parent: string;
  readonly kind: 'vertex' | 'edge' | 'layer';
  readonly value: string;
  readonly style: ReadonlyMap<string, string>;
  readonly link: string | null;
  readonly isVisible: boolean;
  /** Relative to the parent; of labels of edges, along the edge. */
  readonly box: Box;
  readonly isRelative: boolean;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly sourcePoint: Point | undefined;
  readonly targetPoint: Point | undefined;
  readonly wayPoints: readonly Point[];
}

/** The cells of a `mxGraphModel`, in the order in which they are drawn. @throws {ReadError} a limit, `bad-number` */
export function readCells(model: XmlElement): Cell[] {
  const root = tagsIn(model).find((tag) => nameOf(tag) === 'root');
  const tags = root === undefined ? [] : tagsIn(root);
  if (tags.length > READ_LIMITS.elements) throw new ReadError('too-many-elements');
  return tags.flatMap((tag) => {
    const isWrapped = nameOf(tag) !== 'mxCell';
    const cell = isWrapped ? tagsIn(tag).find((inner) => nameOf(inner) === 'mxCell') : tag;
    return cell === undefined ? [] : [readCell(cell, isWrapped ? tag : cell)];
  });
}

/** `named` is the `object` around a cell that has data of its own, else the cell. */
function readCell(cell: XmlElement, named: XmlElement): Cell {
  const { attributes } = cell;
  const geometry = tagsIn(cell).find((tag) => nameOf(tag) === 'mxGeometry');
  const inside = geometry === undefined ? [] : tagsIn(geometry);
  const point = (as: string) => {
    const found = inside.find((tag) => nameOf(tag) === 'mxPoint' && tag.attributes.as === as);
    return found && readPoint(found);
  };
  const list = inside.find((tag) => nameOf(tag) === 'Array' && tag.attributes.as === 'points');
  const { link } = named.attributes;
  return {
    id: named.attributes.id ?? '',
    parent: attributes.parent ?? '',
    kind: attributes.vertex === '1' ? 'vertex' : attributes.edge === '1' ? 'edge' : 'layer',
    value: named.attributes.label ?? attributes.value ?? '',
    style: readStyle(attributes.style ?? ''),
    link: link !== undefined && /^(https?|mailto):/i.test(link) ? link : null,
    isVisible: attributes.visible !== '0',
    box: {
      x: readNumber(geometry, 'x'),
      y: readNumber(geometry, 'y'),
      width: Math.max(0, readNumber(geometry, 'width')),
      height: Math.max(0, readNumber(geometry, 'height')),
    },
    isRelative: geometry?.attributes.relative === '1',
    source: attributes.source,
    target: attributes.target,
    sourcePoint: point('sourcePoint'),
    targetPoint: point('targetPoint'),
    wayPoints: list === undefined ? [] : tagsIn(list).map(readPoint),
  };
}

function readPoint(tag: XmlElement): Point {
  return [readNumber(tag, 'x'), readNumber(tag, 'y')];
}

function readNumber(tag: XmlElement | undefined, name: string): number {
  const value = Number(tag?.attributes[name] ?? 0);
  if (!(Math.abs(value) <= READ_LIMITS.coordinate)) throw new ReadError('bad-number');
  return value;
}

/** `ellipse;fillColor=#fff` has the shape `ellipse` and a fill. */
function readStyle(text: string): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  for (const part of text.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) style.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
    else if (part.trim() !== '' && !style.has('shape')) style.set('shape', part.trim());
  }
  return style;
}
