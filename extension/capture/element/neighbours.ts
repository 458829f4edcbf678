import { frameDocument, isAround, parentOf } from '../page/scopes.ts';
import { seenRect } from '../page/seen-rect.ts';

export type Way = 'parent' | 'child' | 'next' | 'previous';

/**
 * The element next to this one that has a size of its own.
 * @param from where the user came from: its child is the one that leads back there
 */
export function neighbourOf(element: Element, way: Way, from?: Element): Element | undefined {
  switch (way) {
    case 'parent':
      return outwards(element);
    case 'child': {
      const children = childrenOf(element);
      return children.find((child) => from && isAround(child, from)) ?? children[0];
    }
    case 'next':
    case 'previous': {
      const parent = outwards(element);
      if (!parent) return undefined;
      const siblings = childrenOf(parent);
      return siblings[siblings.indexOf(element) + (way === 'next' ? 1 : -1)];
    }
  }
}

function outwards(element: Element): Element | undefined {
  for (let at = parentOf(element); at; at = parentOf(at)) if (hasSize(at)) return at;
  return undefined;
}

/** What is drawn within an element; where that has no size of its own, what is within it. */
function childrenOf(element: Element): readonly Element[] {
  return drawnIn(element).flatMap((child) => (hasSize(child) ? [child] : childrenOf(child)));
}

function drawnIn(element: Element): readonly Element[] {
  const inner = frameDocument(element);
  if (inner) return inner.body ? [inner.body] : [];
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedElements();
    if (assigned.length > 0) return assigned;
  }
  return [...(element.shadowRoot ?? element).children];
}

function hasSize(element: Element): boolean {
  const { width, height } = seenRect(element);
  return width >= 1 && height >= 1 && element.checkVisibility({ visibilityProperty: true });
}
