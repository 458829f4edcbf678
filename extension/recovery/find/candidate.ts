import type { Found } from '../found.ts';

/** Something in the page that may be a diagram, with the element that shows it. */
export interface Candidate extends Pick<Found, 'kind' | 'source' | 'svg' | 'data' | 'address'> {
  readonly element: Element;
}

/** Smaller ones are icons and buttons. */
const MIN_WIDTH = 100;
const MIN_HEIGHT = 50;

/** Whether it is large enough to be a diagram, and not hidden. */
export function isLargeEnough(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < MIN_WIDTH || height < MIN_HEIGHT) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** What the page calls it. */
export function titleOf(element: Element): string {
  const figure = element.closest('figure');
  const labelledBy = element.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  const titles = [
    element.getAttribute('aria-label'),
    element.getAttribute('alt'),
    labelledBy && (element.getRootNode() as Document).getElementById(labelledBy)?.textContent,
    element.querySelector(':scope > title')?.textContent,
    element.getAttribute('title'),
    figure?.querySelector('figcaption')?.textContent,
  ];
  const title = titles.find((text) => text?.trim());
  return title ? title.replace(/\s+/g, ' ').trim() : '';
}
