import type { SceneElement } from '../../../shared/scene/model/element.ts';

/** `after` with its numbered steps holding on to their numbers where some of `before` are gone. */
export function keepNumbers(
  before: readonly SceneElement[],
  after: readonly SceneElement[],
): readonly SceneElement[] {
  const count = (elements: readonly SceneElement[]) =>
    elements.filter(({ type }) => type === 'step').length;
  if (count(before) === count(after)) return after;
  let next = 1;
  return after.map((element) => {
    if (element.type !== 'step') return element;
    const isExpected = element.number === next || element.restartAt !== null;
    next = element.number + 1;
    return isExpected ? element : { ...element, restartAt: element.number };
  });
}
