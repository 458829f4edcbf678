import { runElement } from '../element/run-element.ts';
import { runFullPage } from '../full-page/run-full-page.ts';
import { runRegion } from '../region/run-region.ts';
import { lookAtPage } from '../suggestions/look-at-page.ts';

/** What captures do in a page. One script holds them all, as most of it is used by each. */
const PARTS = {
  region: runRegion,
  element: runElement,
  'full-page': runFullPage,
  look: lookAtPage,
};

export type Parts = typeof PARTS;

const KEPT = Symbol.for('inkseal parts');

/** Keeps the parts in the world that this extension's scripts have in the page; the page itself can't see it. */
export function keepParts(): void {
  (globalThis as { [KEPT]?: Parts })[KEPT] = PARTS;
}
