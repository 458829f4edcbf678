import { boundsOf, centreOf } from '../../geometry/bounds.ts';
import { boxContains, growBox } from '../../geometry/box.ts';
import type { BoundElement, SceneElement, TextElement } from '../../model/element.ts';
import { placeLabel } from '../../operations/place-label.ts';

const CONTAINERS: ReadonlySet<SceneElement['type']> = new Set(['rectangle', 'ellipse', 'diamond']);
/** Of the smaller side of a shape: how far from its middle a text may be to be its label. */
const OFF_MIDDLE = 0.2;

/** Makes each text that stands alone in the middle of a shape that shape's label. */
export function attachLabels(elements: readonly SceneElement[]): SceneElement[] {
  const texts = elements.filter((element) => element.type === 'text' && !element.containerId);
  const shapes = elements.filter(
    ({ type, boundElements }) =>
      CONTAINERS.has(type) && !boundElements.some((bound) => bound.type === 'text'),
  );
  const labels = new Map<string, SceneElement[]>();
  // A page of pictures and words is no diagram, and would take long.
  if (texts.length * shapes.length > 4_000_000) return [...elements];
  for (const text of texts) {
    const around = shapes.filter((shape) => holds(shape, text));
    const smallest = around.reduce<SceneElement | undefined>(
      (least, shape) => (least && areaOf(least) <= areaOf(shape) ? least : shape),
      undefined,
    );
    if (smallest) labels.set(smallest.id, [...(labels.get(smallest.id) ?? []), text]);
  }
  const changed = new Map<string, SceneElement>();
  for (const shape of shapes) {
    const [text, ...others] = labels.get(shape.id) ?? [];
    if (text?.type !== 'text' || others.length > 0 || !isInMiddle(shape, text)) continue;
    const [container, label] = withLabel(shape, text);
    changed.set(container.id, container).set(label.id, label);
  }
  return elements.map((element) => changed.get(element.id) ?? element);
}

function areaOf(element: SceneElement): number {
  return element.width * element.height;
}

function holds(shape: SceneElement, text: SceneElement): boolean {
  const SPARE = 4;
  return boxContains(growBox(boundsOf(shape), SPARE), boundsOf(text));
}

function isInMiddle(shape: SceneElement, text: SceneElement): boolean {
  const [[ax, ay], [bx, by]] = [centreOf(shape), centreOf(text)];
  const reach = OFF_MIDDLE * Math.min(shape.width, shape.height);
  return Math.abs(ax - bx) <= reach && Math.abs(ay - by) <= reach;
}

/** `container` and the text as its label, in the middle, or at the top of a shape that holds others. */
export function withLabel<Container extends SceneElement>(
  container: Container,
  text: TextElement,
  verticalAlign: TextElement['verticalAlign'] = 'middle',
): [Container, TextElement] {
  const bound: BoundElement = { id: text.id, type: 'text' };
  const holder = { ...container, boundElements: [...container.boundElements, bound] };
  const label: TextElement = {
    ...text,
    containerId: container.id,
    textAlign: 'center',
    verticalAlign,
    angle: container.type === 'arrow' ? 0 : container.angle,
  };
  return [holder, placeLabel(holder, label)];
}
