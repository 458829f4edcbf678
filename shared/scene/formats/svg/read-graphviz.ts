import type { XmlElement } from '@rgrove/parse-xml';
import { distance } from '../../geometry/point.ts';
import type { ArrowElement, Arrowhead, Point, SceneElement } from '../../model/element.ts';
import { classesOf, findTags, nameOf, tagsIn } from '../xml/read-xml.ts';
import { withLabel } from './attach-labels.ts';
import { connect } from './connect.ts';
import { draw, drawInside, placeIn } from './draw.ts';
import type { Drawing, Place } from './drawing.ts';
import { makeLine } from './make-line.ts';
import { joinLines, makeNode } from './make-node.ts';
import { transform } from './matrix.ts';
import { paintOf } from './paint.ts';
import { readPath } from './path-data.ts';

/** The group of all that Graphviz drew; undefined where it was another tool. */
export function findGraph(root: XmlElement): XmlElement | undefined {
  return findTags(root, (tag) => classesOf(tag).includes('graph') && nameOf(tag) === 'g').find(
    (graph) => tagsIn(graph).some((tag) => ['node', 'edge'].includes(kindOf(tag))),
  );
}

/** Graphviz's groups as labelled shapes, and arrows that hold on to them. */
export function drawGraph(graph: XmlElement, outer: Place, drawing: Drawing): SceneElement[] {
  const place = placeIn(graph, outer, drawing);
  const shapes = new Map<string, SceneElement>();
  const drawn: (SceneElement[] | { edge: XmlElement })[] = [];
  const [paper, ...others] = tagsIn(graph).filter((tag) => nameOf(tag) !== 'title');
  // The sheet of paper behind all is the scene's own.
  const tags = paper && nameOf(paper) === 'polygon' ? others : [paper, ...others];
  for (const tag of tags) {
    if (tag === undefined) continue;
    const kind = kindOf(tag);
    if (kind === 'edge') {
      drawn.push({ edge: tag });
    } else if (kind === 'node' || kind === 'cluster') {
      const parts = drawInside(tag, placeIn(tag, place, drawing), drawing);
      const node = makeNode(parts, drawing.measure, kind === 'node' ? 'middle' : 'top');
      if (node && kind === 'node') shapes.set(titleOf(tag), node.shape);
      drawn.push([...(node?.parts ?? [])]);
    } else {
      drawn.push(draw(tag, place, drawing));
    }
  }
  // Edges may stand before their nodes.
  return drawn.flatMap((one) => {
    if (!('edge' in one)) return one;
    return drawEdge(one.edge, placeIn(one.edge, place, drawing), drawing, shapes);
  });
}

function kindOf(tag: XmlElement): string {
  const classes = nameOf(tag) === 'g' ? classesOf(tag) : [];
  return ['node', 'edge', 'cluster'].find((kind) => classes.includes(kind)) ?? '';
}

function titleOf(group: XmlElement): string {
  return tagsIn(group).find((tag) => nameOf(tag) === 'title')?.text ?? '';
}

/** A way, a drawn tip at either end, and words beside it. */
function drawEdge(
  edge: XmlElement,
  place: Place,
  drawing: Drawing,
  shapes: ReadonlyMap<string, SceneElement>,
): SceneElement[] {
  const tags = findTags(edge, (tag) => nameOf(tag) !== 'g' && nameOf(tag) !== 'title');
  const way = tags.find((tag) => nameOf(tag) === 'path');
  const knots = readPath(way?.attributes.d ?? '')[0]?.knots;
  if (way === undefined || knots === undefined) return drawInside(edge, place, drawing);
  const own = placeIn(way, place, drawing);
  const points = knots.map((knot) => transform(own.matrix, knot));
  const tips = tags.filter((tag) => TIPS.has(nameOf(tag)));
  const heads: { start: Arrowhead | null; end: Arrowhead | null } = { start: null, end: null };
  for (const tip of tips) {
    const corners = draw(tip, place, drawing).flatMap(cornersOf);
    const [first, last] = [points[0] as Point, points.at(-1) as Point];
    const isAtStart = nearest(corners, first) < nearest(corners, last);
    heads[isAtStart ? 'start' : 'end'] ??= headOf(tip);
    const at = isAtStart ? 0 : points.length - 1;
    points[at] = farthest(corners, points[at] as Point);
  }
  const titles = findEnds(titleOf(edge), shapes);
  const paint = { ...paintOf(own, drawing), backgroundColor: 'transparent' };
  const arrow: ArrowElement = connect(
    makeLine('arrow', points, {
      ...paint,
      rounded: points.length > 2,
      startArrowhead: heads.start,
      endArrowhead: heads.end,
    }),
    new Map(Array.from(shapes.values(), (shape) => [shape.id, shape])),
    titles,
  );
  const texts = tags
    .filter((tag) => nameOf(tag) === 'text')
    .flatMap((tag) => draw(tag, place, drawing))
    .filter((element) => element.type === 'text');
  const text = joinLines(texts, drawing.measure);
  return text ? withLabel(arrow, text) : [arrow];
}

const TIPS = new Set(['polygon', 'polyline', 'ellipse']);

function headOf(tip: XmlElement): Arrowhead {
  const name = nameOf(tip);
  if (name === 'ellipse') return 'dot';
  const corners = (tip.attributes.points ?? '').trim().split(/\s+/).length;
  if (name === 'polyline') return corners <= 2 ? 'bar' : 'arrow';
  return corners === 5 ? 'diamond' : 'triangle';
}

function cornersOf(element: SceneElement): Point[] {
  if (element.type === 'line' || element.type === 'arrow') {
    return element.points.map(([x, y]): Point => [element.x + x, element.y + y]);
  }
  const { x, y, width, height } = element;
  return [
    [x + width / 2, y],
    [x + width, y + height / 2],
    [x + width / 2, y + height],
    [x, y + height / 2],
  ];
}

function nearest(points: readonly Point[], to: Point): number {
  return Math.min(...points.map((point) => distance(point, to)));
}

function farthest(points: readonly Point[], from: Point): Point {
  return points.reduce(
    (best, point) => (distance(point, from) > distance(best, from) ? point : best),
    from,
  );
}

/** Titles of edges are `a->b` or `a--b`, with ports as `a:port:n`; names may hold such signs too. */
function findEnds(title: string, shapes: ReadonlyMap<string, SceneElement>) {
  for (const { index } of title.matchAll(/->|--/g)) {
    const [start, end] = [title.slice(0, index), title.slice(index + 2)].map(
      (name) => shapes.get(name) ?? shapes.get(name.replace(/(:[^:]+){1,2}$/, '')),
    );
    if (start && end) return { start: start.id, end: end.id };
  }
  return { start: undefined, end: undefined };
}
