import { i18n } from '#i18n';
import { seenRect } from '../page/seen-rect.ts';
import type { Outline } from './build-outline.ts';

/** Room that the bar needs at the bottom, in CSS pixels. */
const BAR_HEIGHT = 120;
const LONGEST_NAME = 60;

/** Shows which element is chosen, what it is called in the page, and its size in CSS and in device pixels. */
export function paintOutline(parts: Outline, element: Element | undefined): void {
  const { outline, bar, name, size, spoken } = parts;
  outline.hidden = !element;
  if (!element) return;
  const rect = seenRect(element);
  outline.style.left = `${rect.left}px`;
  outline.style.top = `${rect.top}px`;
  outline.style.width = `${rect.width}px`;
  outline.style.height = `${rect.height}px`;
  const bottom = rect.top + rect.height;
  // Out of the element's way where there is room at the other end.
  bar.classList.toggle(
    'above',
    bottom > innerHeight - BAR_HEIGHT && rect.top > innerHeight - bottom,
  );
  const numbers = [
    rect.width,
    rect.height,
    rect.width * devicePixelRatio,
    rect.height * devicePixelRatio,
  ];
  const texts = numbers.map((number) => String(Math.round(number)));
  const sizeText = i18n.t('region.size', texts as [string, string, string, string]);
  const nameText = nameOf(element);
  if (name.textContent === nameText && size.textContent === sizeText) return;
  name.textContent = nameText;
  size.textContent = sizeText;
  spoken.textContent = `${nameText}, ${sizeText}`;
}

/** As in a style sheet: `section#intro.wide.dark`. */
function nameOf({ localName, id, classList }: Element): string {
  const name = [localName, id && `#${id}`, ...[...classList].map((it) => `.${it}`)].join('');
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
