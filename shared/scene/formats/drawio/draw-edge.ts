import type { Point, SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import type { Cell } from './cell.ts';
import { readArrowhead, readFont, readLabel, readLook } from './cell-style.ts';
import { type Drawing, groupsOf, sceneId } from './draw-vertex.ts';

/** The elements that show an edge: an arrow held by the shapes at its ends, and its label. */
export function drawEdge(
  cell: Cell,
  labels: readonly Cell[],
  drawing: Drawing,
  shapes: ReadonlyMap<string, SceneElement>,
): SceneElement[] {
  const { tree, losses } = drawing;
  const points = findPoints(cell, drawing);
  if (points === undefined) {
    losses.add('Arrows without ends');
    return [];
  }
  const { style } = cell;
  if (style.has('edgeStyle') && cell.wayPoints.length === 0) {
    losses.add('Bends that draw.io works out by itself, shown straight');
  }
  const [x, y] = points[0] as Point;
  const bind = (to: string | undefined) => {
    const elementId = to && sceneId(to);
    return elementId && shapes.has(elementId) ? { elementId, focus: 0, gap: 0 } : null;
  };
  const id = sceneId(cell.id);
  const groupIds = groupsOf(cell, tree);
  const relative = points.map(([px, py]): Point => [px - x, py - y]);
  const arrow = makeElement('arrow', {
    ...readLook(cell),
    id,
    x,
    y,
    ...sizeOf(relative),
    points: relative,
    groupIds,
    rounded: style.get('curved') === '1' || style.get('rounded') === '1',
    startArrowhead: readArrowhead(style.get('startArrow'), null, losses),
    endArrowhead: readArrowhead(style.get('endArrow'), 'triangle', losses),
    startBinding: bind(cell.source),
    endBinding: bind(cell.target),
  });
  const written = [cell, ...labels].filter((label) => readLabel(label) !== '');
  const [first] = written;
  if (first === undefined) return [arrow];
  const text = written.map(readLabel).join('\n');
  const label = makeElement('text', {
    ...readFont(first, losses),
    ...{ id: `${id}-label`, text, containerId: id, groupIds },
    ...{ textAlign: 'center', verticalAlign: 'middle' },
  });
  return [arrow, label];
}

/** On the page: from the source, by the bends, to the target. */
function findPoints(cell: Cell, { tree }: Drawing): readonly Point[] | undefined {
  const [left, top] = tree.originOf(cell);
  const onPage = ([x, y]: Point): Point => [left + x, top + y];
  const end = (id: string | undefined, point: Point | undefined): Point | undefined => {
    const at = tree.get(id);
    if (at === undefined || at.kind !== 'vertex') return point && onPage(point);
    const [x, y] = tree.originOf(at);
    return [x + at.box.x + at.box.width / 2, y + at.box.y + at.box.height / 2];
  };
  const start = end(cell.source, cell.sourcePoint);
  const stop = end(cell.target, cell.targetPoint);
  return start && stop && [start, ...cell.wayPoints.map(onPage), stop];
}

function sizeOf(points: readonly Point[]): { width: number; height: number } {
  const spread = (values: readonly number[]) =>
    values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0);
  return { width: spread(points.map(([x]) => x)), height: spread(points.map(([, y]) => y)) };
}
