import { centreOf, unrotatedBox } from '../geometry/bounds.ts';
import type { SceneElement } from '../model/element.ts';
import type { Draft } from './draft.ts';
import { placeLabel } from './place-label.ts';
import { routeArrow } from './route-arrow.ts';

/** Lets arrows follow the shapes of a draft that they are bound to, and labels what they belong to. */
export function followShapes(draft: Draft): void {
  const arrows = new Set<string>();
  for (const id of draft.edited()) {
    const element = draft.get(id);
    if (element === undefined || liesAsBefore(draft, element)) continue;
    if (element.type === 'arrow') arrows.add(id);
    for (const bound of element.boundElements) if (bound.type === 'arrow') arrows.add(bound.id);
  }
  for (const id of arrows) {
    const arrow = draft.get(id);
    if (arrow?.type === 'arrow') draft.set(routeArrow(arrow, (shapeId) => draft.get(shapeId)));
  }
  for (const id of draft.edited()) {
    const element = draft.get(id);
    if (element !== undefined) placeLabelsOf(draft, element);
  }
}

function placeLabelsOf(draft: Draft, element: SceneElement): void {
  const container =
    element.type === 'text' && element.containerId !== null
      ? draft.get(element.containerId)
      : element;
  for (const { id, type } of container?.boundElements ?? []) {
    const label = type === 'text' ? draft.get(id) : undefined;
    if (container === undefined || label?.type !== 'text') continue;
    if (liesAsBefore(draft, container) && liesAsBefore(draft, label)) continue;
    draft.set(placeLabel(container, label));
  }
}

/** Whether nothing of what decides the place of arrows and labels differs from before. */
function liesAsBefore(draft: Draft, element: SceneElement): boolean {
  const before = draft.before(element.id);
  if (before === element) return true;
  if (before === undefined) return false;
  if (before.angle !== element.angle || !sameLinks(before, element)) return false;
  const [a, b] = [unrotatedBox(before), unrotatedBox(element)];
  const [middleA, middleB] = [centreOf(before), centreOf(element)];
  return (
    a.width === b.width &&
    a.height === b.height &&
    middleA[0] === middleB[0] &&
    middleA[1] === middleB[1]
  );
}

function sameLinks(before: SceneElement, now: SceneElement): boolean {
  if (before.type === 'arrow' && now.type === 'arrow')
    return (
      before.points === now.points &&
      before.startBinding === now.startBinding &&
      before.endBinding === now.endBinding
    );
  if (before.type === 'line' && now.type === 'line') return before.points === now.points;
  if (before.type === 'text' && now.type === 'text')
    return (
      before.containerId === now.containerId &&
      before.textAlign === now.textAlign &&
      before.verticalAlign === now.verticalAlign
    );
  return true;
}
