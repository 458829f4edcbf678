import { listScopes, parentOf, type Scope } from '../page/scopes.ts';
import { isEmpty, outOfFrames, seenRect, shareRect } from '../page/seen-rect.ts';
import type { Rect } from '../region/rect.ts';
import { detect } from './detect/detect.ts';
import { isProfilePicture } from './detect/profile-picture.ts';
import { joinLines } from './join-lines.ts';
import { readBlocks } from './read-blocks.ts';
import type { SuggestionKind } from './suggestion.ts';

/** What was found, and where in the window it lies; it may be outside of what is seen. */
export interface Found {
  readonly kind: SuggestionKind;
  readonly rect: Rect;
}

/** Around letters, which may reach out of their line a little. */
const MARGIN = 1;

/**
 * Finds in the page what somebody may want hidden.
 * @param isWanted asked with a rectangle in the window, before more is asked about what lies there
 * @param moving elements whose scrolling is undone by the picture, so that they cut nothing
 */
export function findInPage(
  isWanted: (rect: Rect) => boolean,
  moving: ReadonlySet<Element>,
  scopes: readonly Scope[] = listScopes(),
): readonly Found[] {
  return scopes
    .flatMap((scope) => [
      ...findInText(scope, moving),
      ...findInFields(scope, moving),
      ...findPictures(scope, moving),
    ])
    .filter(({ rect }) => isWanted(rect));
}

function findInText(scope: Scope, moving: ReadonlySet<Element>): Found[] {
  const found: Found[] = [];
  for (const block of readBlocks(scope)) {
    for (const { kind, start, end } of detect(block.text)) {
      const range = block.range(start, end);
      const element = range.startContainer.parentElement;
      if (!element || !isVisible(element)) continue;
      for (const { left, top, width, height } of joinLines([...range.getClientRects()])) {
        const rect = cut(
          outOfFrames({ left, top, width, height }, element.ownerDocument),
          element,
          moving,
        );
        if (!isEmpty(rect)) found.push({ kind, rect: widen(rect) });
      }
    }
  }
  return found;
}

const SECRET_FIELDS = /^(current|new)-password$|^one-time-code$/;
const CARD_FIELDS = /^cc-(number|csc)$/;

function findInFields(scope: Scope, moving: ReadonlySet<Element>): Found[] {
  const fields = scope.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return [...fields].flatMap((field) => {
    const kinds = kindsOf(field);
    if (kinds.length === 0 || !isVisible(field)) return [];
    const rect = cut(seenRect(field), field, moving);
    return isEmpty(rect) ? [] : kinds.map((kind) => ({ kind, rect }));
  });
}

function kindsOf(field: HTMLInputElement | HTMLTextAreaElement): readonly SuggestionKind[] {
  const hint = field.autocomplete.split(' ').at(-1) ?? '';
  // What the browser filled in is hidden from scripts, and yet to be seen.
  const isFilled = field.value !== '' || field.matches(':autofill');
  if (!isFilled || field.type === 'hidden') return [];
  if (field.type === 'password' || SECRET_FIELDS.test(hint)) return ['password'];
  if (CARD_FIELDS.test(hint)) return ['card'];
  return [...new Set(detect(field.value).map(({ kind }) => kind))];
}

function findPictures(scope: Scope, moving: ReadonlySet<Element>): Found[] {
  const pictures = scope.querySelectorAll<HTMLElement>(
    'img, svg image, [role="img"], [class*="avatar" i]',
  );
  return [...pictures].flatMap((picture) => {
    if (!isPicture(picture)) return [];
    const whole = seenRect(picture);
    const look = {
      width: whole.width,
      height: whole.height,
      isRound: isRound(picture, whole.width),
      address: addressOf(picture),
      words: wordsOf(picture),
    };
    if (!isProfilePicture(look) || !isVisible(picture)) return [];
    const rect = cut(whole, picture, moving);
    return isEmpty(rect) ? [] : [{ kind: 'picture' as const, rect }];
  });
}

/** Whether it is drawn from an image, and not a mere box that holds one. */
function isPicture(element: Element): boolean {
  if (element.localName === 'img' || element.localName === 'image') return true;
  return getComputedStyle(element).backgroundImage.includes('url(');
}

function addressOf(element: Element): string {
  if (element.localName === 'img') return (element as HTMLImageElement).currentSrc;
  return element.getAttribute('href') ?? getComputedStyle(element).backgroundImage;
}

function isRound(picture: Element, width: number): boolean {
  return [picture, picture.parentElement].some((element) => {
    if (!element || element.getBoundingClientRect().width > width * 1.2) return false;
    const { borderTopLeftRadius, overflow } = getComputedStyle(element);
    if (element !== picture && overflow === 'visible') return false;
    const radius = Number.parseFloat(borderTopLeftRadius);
    return borderTopLeftRadius.endsWith('%') ? radius >= 50 : radius >= width / 2 - 0.5;
  });
}

function wordsOf(picture: Element): string {
  const around = [picture, picture.parentElement, picture.parentElement?.parentElement];
  const names = ['alt', 'aria-label', 'title', 'class', 'id', 'data-testid'];
  return around
    .flatMap((element, depth) =>
      (depth === 0 ? names : ['class', 'id', 'data-testid']).map(
        (name) => element?.getAttribute(name) ?? '',
      ),
    )
    .join(' ');
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** As much of it as the boxes around it let through. */
function cut(rect: Rect, element: Element, moving: ReadonlySet<Element>): Rect {
  let seen = rect;
  for (let at = parentOf(element); at && !isEmpty(seen); at = parentOf(at)) {
    if (moving.has(at) || at === at.ownerDocument.body) continue;
    if (at === at.ownerDocument.documentElement) {
      const { clientWidth: width, clientHeight: height } = at;
      const frame = outOfFrames({ left: 0, top: 0, width, height }, at.ownerDocument);
      const isInFrame = at.ownerDocument !== document;
      if (isInFrame && !moving.has(at.ownerDocument.scrollingElement ?? at))
        seen = shareRect(seen, frame);
      continue;
    }
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') seen = shareRect(seen, seenRect(at));
  }
  return seen;
}

function widen({ left, top, width, height }: Rect): Rect {
  return {
    left: left - MARGIN,
    top: top - MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  };
}
