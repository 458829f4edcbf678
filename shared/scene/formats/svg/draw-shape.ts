import type { XmlElement } from '@rgrove/parse-xml';
import type { Point, SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { nameOf } from '../xml/read-xml.ts';
import type { Drawing, Place } from './drawing.ts';
import { dropStraight, makeLine } from './make-line.ts';
import { transform, turnOf } from './matrix.ts';
import { checkNumber, readLength, readNumbers } from './numbers.ts';
import { isInvisible, paintOf } from './paint.ts';
import { readPath } from './path-data.ts';
import type { Subpath } from './pen.ts';
import { recognise } from './recognise.ts';
import { tipOf } from './tips.ts';

/** A rect, circle, ellipse, line, polyline, polygon or path. */
export function drawShape(element: XmlElement, place: Place, drawing: Drawing): SceneElement[] {
  if (isInvisible(paintOf(place, drawing))) return [];
  const name = nameOf(element);
  const length = lengthsOf(element, place);
  if (name === 'rect') {
    const box = [length('x'), length('y'), length('width'), length('height')] as const;
    const isRounded = length('rx') > 0 || length('ry') > 0;
    return drawBox('rectangle', box, isRounded, place, drawing);
  }
  if (name === 'circle' || name === 'ellipse') {
    const [cx, cy] = [length('cx'), length('cy')];
    const [rx, ry] = name === 'circle' ? [length('r'), length('r')] : [length('rx'), length('ry')];
    return drawBox('ellipse', [cx - rx, cy - ry, 2 * rx, 2 * ry], false, place, drawing);
  }
  const subpaths = readSubpaths(element, length);
  const sketched = drawSketch(subpaths, place, drawing);
  if (sketched) return [sketched];
  const drawn = subpaths.flatMap((subpath) => drawWay(subpath, place, drawing));
  if (drawn.length < 2) return drawn;
  const groupIds = [crypto.randomUUID()];
  return drawn.map((part) => ({ ...part, groupIds }));
}

/** An outline that was drawn stroke by stroke, as rough.js does, is the shape itself. */
function drawSketch(
  subpaths: readonly Subpath[],
  place: Place,
  drawing: Drawing,
): SceneElement | undefined {
  if (subpaths.length < 4) return undefined;
  const points = subpaths.flatMap((subpath) => subpath.points);
  const known = recognise(points.map((point) => transform(place.matrix, point)));
  return (
    known &&
    makeElement(known.type, {
      ...paintOf(place, drawing),
      backgroundColor: 'transparent',
      ...known.box,
      rounded: known.rounded,
    })
  );
}

/** The lengths of `element` in user units; those that are not given are 0. */
export function lengthsOf({ attributes }: XmlElement, { style, width, height }: Place) {
  const { fontSize } = style;
  return (name: string): number => {
    const whole = /^(y|cy|ry|height|y1|y2|dy)$/.test(name) ? height : width;
    return readLength(attributes[name], { fontSize, whole }) ?? 0;
  };
}

type Corners = readonly [x: number, y: number, width: number, height: number];

function drawBox(
  type: 'rectangle' | 'ellipse',
  [x, y, width, height]: Corners,
  rounded: boolean,
  place: Place,
  drawing: Drawing,
): SceneElement[] {
  if (!(width > 0 && height > 0)) return [];
  const turn = turnOf(place.matrix);
  if (turn === undefined) {
    const points = outline(type, [x, y, width, height]);
    return drawWay(
      { points, knots: points, isClosed: true, isStraight: type === 'rectangle' },
      place,
      drawing,
    );
  }
  const [cx, cy] = transform(place.matrix, [x + width / 2, y + height / 2]);
  const isSideways = Math.abs(Math.sin(turn.angle)) > 1 - 1e-9;
  const [across, down] = [checkNumber(width * turn.scaleX), checkNumber(height * turn.scaleY)];
  const [w, h] = isSideways ? [down, across] : [across, down];
  const isUpright = isSideways || Math.abs(Math.sin(turn.angle)) < 1e-9;
  return [
    makeElement(type, {
      ...paintOf(place, drawing),
      x: checkNumber(cx - w / 2),
      y: checkNumber(cy - h / 2),
      width: w,
      height: h,
      angle: isUpright ? 0 : turn.angle,
      rounded,
    }),
  ];
}

function outline(type: 'rectangle' | 'ellipse', [x, y, width, height]: Corners): Point[] {
  if (type === 'rectangle') {
    return [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ];
  }
  const PIECES = 32;
  return Array.from({ length: PIECES + 1 }, (_, i): Point => {
    const angle = (i / PIECES) * 2 * Math.PI;
    return [x + (width / 2) * (1 + Math.cos(angle)), y + (height / 2) * (1 + Math.sin(angle))];
  });
}

function readSubpaths(element: XmlElement, length: (name: string) => number): Subpath[] {
  const name = nameOf(element);
  if (name === 'path') return readPath(element.attributes.d ?? '');
  const isLine = name === 'line';
  const numbers = isLine
    ? [length('x1'), length('y1'), length('x2'), length('y2')]
    : readNumbers(element.attributes.points);
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    points.push([numbers[i] as number, numbers[i + 1] as number]);
  }
  const [first] = points;
  if (first === undefined || points.length < 2) return [];
  const last = points.at(-1) as Point;
  const isBack = points.length > 2 && last[0] === first[0] && last[1] === first[1];
  if (name === 'polygon' && !isBack) points.push(first);
  return [{ points, knots: points, isClosed: name === 'polygon' || isBack, isStraight: true }];
}

/** Shorter ones can't be seen, let alone taken hold of. */
const TINY = 1;

/** A way as the shape that it draws, else as a line, or an arrow where it has a tip. */
export function drawWay(subpath: Subpath, place: Place, drawing: Drawing): SceneElement[] {
  const { style, matrix } = place;
  const points = dropStraight(subpath.points.map((point) => transform(matrix, point)));
  const whole = paintOf(place, drawing);
  const paint = points.length > 2 ? whole : { ...whole, backgroundColor: 'transparent' };
  if (isInvisible(paint)) return [];
  const isFilled = paint.backgroundColor !== 'transparent';
  if (subpath.isClosed || (isFilled && points.length > 3)) {
    const known = recognise(points);
    if (known) return [makeElement(known.type, { ...paint, ...known.box, rounded: known.rounded })];
    return [makeLine('line', points, { ...paint, rounded: false })];
  }
  const startArrowhead = tipOf(style.markerStart, drawing);
  const endArrowhead = tipOf(style.markerEnd, drawing);
  const knots = subpath.knots.map((point) => transform(matrix, point));
  const isSmooth = !subpath.isStraight && points.length >= 3 && !isFilled;
  const way = isSmooth ? knots : points;
  const type = startArrowhead || endArrowhead ? 'arrow' : 'line';
  const line = makeLine(type, way, { ...paint, rounded: isSmooth, startArrowhead, endArrowhead });
  return Math.max(line.width, line.height) < TINY ? [] : [line];
}
