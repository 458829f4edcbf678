import { boundsOf } from '../../geometry/bounds.ts';
import { boxHasPoint, growBox } from '../../geometry/box.ts';
import { distanceToOutline } from '../../geometry/outline.ts';
import type { ArrowElement, Binding, Point, SceneElement } from '../../model/element.ts';
import { bindingAt } from '../../operations/route-arrow.ts';

/** `arrow` with its ends held by the shapes with these ids; how it runs stays as it is. */
export function connect(
  arrow: ArrowElement,
  shapes: ReadonlyMap<string, SceneElement>,
  { start, end }: { readonly start: string | undefined; readonly end: string | undefined },
): ArrowElement {
  const points = arrow.points.map(([x, y]): Point => [arrow.x + x, arrow.y + y]);
  const bind = (id: string | undefined, from?: Point, at?: Point): Binding | null => {
    const shape = id === undefined ? undefined : shapes.get(id);
    if (!(shape && from && at)) return null;
    const gap = Math.min(20, Math.max(0, distanceToOutline(shape, at)));
    return bindingAt(shape, from, at, gap);
  };
  return {
    ...arrow,
    startBinding: bind(start, points[1], points[0]),
    endBinding: bind(end, points.at(-2), points.at(-1)),
  };
}

/** Id of the shape that a line's end at `point` touches; of several, the one whose edge is nearest. */
export function shapeAt(
  point: Point,
  shapes: Iterable<SceneElement>,
  reach = 14,
): string | undefined {
  let best: { id: string; far: number } | undefined;
  for (const shape of shapes) {
    if (!boxHasPoint(growBox(boundsOf(shape), reach), point)) continue;
    const far = Math.abs(distanceToOutline(shape, point));
    if (far <= reach && (best === undefined || far < best.far)) best = { id: shape.id, far };
  }
  return best?.id;
}

/** `elements` with arrows held by the shapes whose edges their ends touch. */
export function connectTouching(elements: readonly SceneElement[]): SceneElement[] {
  const REACH = 5;
  const MAX_PAIRS = 4_000_000;
  const shapes = elements.filter(({ type }) => /^(rectangle|ellipse|diamond)$/.test(type));
  const arrows = elements.filter(({ type }) => type === 'arrow');
  if (shapes.length * arrows.length > MAX_PAIRS) return [...elements];
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  return elements.map((element) => {
    if (element.type !== 'arrow') return element;
    const at = (index: number) => {
      const [x, y] = element.points.at(index) as Point;
      return shapeAt([element.x + x, element.y + y], shapes, REACH);
    };
    return connect(element, byId, { start: at(0), end: at(-1) });
  });
}
