import type { ArrowElement, Binding, SceneElement } from '../model/element.ts';

type MakeId = () => string;

/**
 * `elements` again under new ids, in the same order, bound and grouped among themselves as the first ones are,
 * and to nothing else; in the same frame where that isn't among them.
 */
export function copyElements(
  elements: readonly SceneElement[],
  makeId: MakeId = () => crypto.randomUUID(),
): SceneElement[] {
  const ids = new Map(elements.map(({ id }) => [id, makeId()]));
  const groups = new Map<string, string>();
  const groupFor = (id: string): string => {
    const known = groups.get(id) ?? makeId();
    groups.set(id, known);
    return known;
  };
  return elements.map((element) => ({
    ...copyLinks(element, ids),
    id: ids.get(element.id) as string,
    groupIds: element.groupIds.map(groupFor),
    frameId: element.frameId === null ? null : (ids.get(element.frameId) ?? element.frameId),
    boundElements: element.boundElements.flatMap(({ id, type }) => {
      const copy = ids.get(id);
      return copy === undefined ? [] : [{ id: copy, type }];
    }),
  }));
}

function copyLinks(element: SceneElement, ids: ReadonlyMap<string, string>): SceneElement {
  if (element.type === 'arrow') return copyBindings(element, ids);
  if (element.type === 'text' && element.containerId !== null)
    return { ...element, containerId: ids.get(element.containerId) ?? null };
  return element;
}

function copyBindings(arrow: ArrowElement, ids: ReadonlyMap<string, string>): ArrowElement {
  const copy = (binding: Binding | null): Binding | null => {
    const elementId = binding === null ? undefined : ids.get(binding.elementId);
    return binding === null || elementId === undefined ? null : { ...binding, elementId };
  };
  return { ...arrow, startBinding: copy(arrow.startBinding), endBinding: copy(arrow.endBinding) };
}
