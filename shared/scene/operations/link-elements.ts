import type { ArrowElement, Binding, BoundElement, SceneElement } from '../model/element.ts';
import type { Draft } from './draft.ts';

/** Whether an arrow may end on it. */
export function isBindable(element: SceneElement): boolean {
  switch (element.type) {
    case 'line':
    case 'arrow':
    case 'freedraw':
      return false;
    case 'text':
      return element.containerId === null;
    default:
      return true;
  }
}

/** Whether it may have a label. */
export function isContainer(element: SceneElement): boolean {
  return ['rectangle', 'ellipse', 'diamond', 'arrow', 'line'].includes(element.type);
}

/**
 * Makes every reference of a draft point at what exists, and every counterpart in `boundElements` say so.
 * Looks only at what the operation touches and what hangs on it.
 */
export function linkElements(draft: Draft): void {
  for (const id of draft.touched) {
    checkReferences(draft, id);
    tellTargets(draft, id);
  }
  for (const id of draft.removed) letGo(draft, id);
  for (const id of draft.touched) checkBound(draft, id);
  freeFromFrames(draft);
}

/** Clears what the element refers to where that doesn't exist, or can't be what it is meant for. */
function checkReferences(draft: Draft, id: string): void {
  const element = draft.get(id);
  if (element === undefined) return;
  let checked = element;
  if (element.type === 'arrow') checked = checkBindings(draft, element);
  if (
    element.type === 'text' &&
    element.containerId !== null &&
    !mayLabel(draft, id, element.containerId)
  )
    checked = { ...element, containerId: null };
  if (checked.frameId !== null && draft.get(checked.frameId)?.type !== 'frame')
    checked = { ...checked, frameId: null };
  if (checked !== element) draft.set(checked);
}

function checkBindings(draft: Draft, arrow: ArrowElement): ArrowElement {
  const check = (binding: Binding | null): Binding | null => {
    const target = binding === null ? undefined : draft.get(binding.elementId);
    return target !== undefined && isBindable(target) ? binding : null;
  };
  const startBinding = check(arrow.startBinding);
  const endBinding = check(arrow.endBinding);
  return startBinding === arrow.startBinding && endBinding === arrow.endBinding
    ? arrow
    : { ...arrow, startBinding, endBinding };
}

/** A container has one label: a second one doesn't get in. */
function mayLabel(draft: Draft, id: string, containerId: string): boolean {
  const container = draft.get(containerId);
  if (container === undefined || !isContainer(container)) return false;
  return !container.boundElements.some(
    (bound) =>
      bound.type === 'text' && bound.id !== id && refersTo(draft.get(bound.id), containerId),
  );
}

/** Frees what hung on an element that is gone. */
function letGo(draft: Draft, goneId: string): void {
  for (const { id } of draft.before(goneId)?.boundElements ?? []) checkReferences(draft, id);
}

/** Drops entries of the element's `boundElements` whose other side doesn't know of it. */
function checkBound(draft: Draft, id: string): void {
  const element = draft.get(id);
  if (element === undefined) return;
  const kept = element.boundElements.filter((bound) => refersTo(draft.get(bound.id), id));
  if (kept.length < element.boundElements.length) draft.set({ ...element, boundElements: kept });
}

/** Adds the element to, or takes it from, `boundElements` of what it refers to now and referred to before. */
function tellTargets(draft: Draft, id: string): void {
  const now = targetsOf(draft.get(id));
  const type = (draft.get(id) ?? draft.before(id))?.type === 'arrow' ? 'arrow' : 'text';
  for (const targetId of targetsOf(draft.before(id))) {
    if (!now.includes(targetId)) setBound(draft, targetId, { id, type }, false);
  }
  for (const targetId of now) setBound(draft, targetId, { id, type }, true);
}

function setBound(draft: Draft, targetId: string, bound: BoundElement, isThere: boolean): void {
  const target = draft.get(targetId);
  if (target === undefined) return;
  if (target.boundElements.some(({ id }) => id === bound.id) === isThere) return;
  const boundElements = isThere
    ? [...target.boundElements, bound]
    : target.boundElements.filter(({ id }) => id !== bound.id);
  draft.set({ ...target, boundElements });
}

function freeFromFrames(draft: Draft): void {
  const gone = [...draft.removed].filter((id) => draft.before(id)?.type === 'frame');
  if (gone.length === 0) return;
  const frames = new Set(gone);
  for (const { id } of draft.all()) {
    const element = draft.get(id);
    if (element?.frameId != null && frames.has(element.frameId))
      draft.set({ ...element, frameId: null });
  }
}

function refersTo(element: SceneElement | undefined, targetId: string): boolean {
  return targetsOf(element).includes(targetId);
}

/** Ids of the elements whose `boundElements` must name this one. */
export function targetsOf(element: SceneElement | undefined): readonly string[] {
  if (element?.type === 'text') return element.containerId === null ? [] : [element.containerId];
  if (element?.type !== 'arrow') return [];
  const ids = [element.startBinding?.elementId, element.endBinding?.elementId];
  return [...new Set(ids.filter((id) => id !== undefined))];
}
