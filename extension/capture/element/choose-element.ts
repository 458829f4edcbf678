import { rememberPage } from '../region/remember-page.ts';
import { buildOutline } from './build-outline.ts';
import { elementAt } from './element-at.ts';
import { listenToChoice } from './listen-to-choice.ts';
import { neighbourOf, type Way } from './neighbours.ts';
import { paintOutline } from './paint-outline.ts';

/** What the user does while choosing. */
export type ChoiceEvent =
  | { readonly type: 'point'; readonly at: { readonly x: number; readonly y: number } }
  | { readonly type: 'walk'; readonly way: Way }
  | { readonly type: 'take' }
  | { readonly type: 'cancel' }
  /** Something moved under the outline. */
  | { readonly type: 'moved' };

/**
 * Lets the user choose an element of the page. When it settles, the page is as it was before.
 * @returns the element; undefined when the user gave up
 */
export function chooseElement(): Promise<Element | undefined> {
  const restorePage = rememberPage();
  const parts = buildOutline();
  const { host, cover } = parts;
  const listening = new AbortController();
  const { promise, resolve } = Promise.withResolvers<Element | undefined>();
  let chosen: Element | undefined;
  /** The innermost one that was chosen: going outwards and in again leads back to it. */
  let innermost: Element | undefined;

  function dispatch(event: ChoiceEvent): void {
    switch (event.type) {
      case 'point':
        chosen = elementAt(event.at, host);
        innermost = chosen;
        break;
      case 'walk':
        walk(event.way);
        break;
      case 'take':
        end(chosen ?? document.documentElement);
        return;
      case 'cancel':
        end(undefined);
        return;
      case 'moved':
        break;
    }
    paintOutline(parts, chosen);
  }

  function walk(way: Way): void {
    const start = chosen ?? middleElement();
    const next = chosen && start ? neighbourOf(start, way, innermost) : start;
    if (!next) return;
    if (way !== 'parent') innermost = next;
    chosen = next;
    next.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  function middleElement(): Element | undefined {
    return elementAt({ x: innerWidth / 2, y: innerHeight / 2 }, host);
  }

  function end(taken: Element | undefined): void {
    watching.disconnect();
    listening.abort();
    host.remove();
    restorePage();
    resolve(taken);
  }

  // A page may throw out what it does not know; then nothing must go on listening.
  const watching = new MutationObserver(() => {
    if (!host.isConnected) dispatch({ type: 'cancel' });
  });
  const place = placeForHost();
  place.append(host);
  watching.observe(place, { childList: true });
  cover.showPopover();
  cover.focus({ preventScroll: true });
  listenToChoice(parts, dispatch, listening.signal);
  paintOutline(parts, undefined);
  return promise;
}

/** Outside of a modal dialog all is inert, the outline too: it has to lie within. */
function placeForHost(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
}
