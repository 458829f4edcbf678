import { i18n } from '#i18n';
import { OVERLAY_STYLE } from './overlay-style.ts';
import { HANDLES } from './rect.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The overlay's elements; `host` is the only one that the page could see. */
export interface Overlay {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly dialog: HTMLDialogElement;
  readonly rect: HTMLElement;
  readonly across: HTMLElement;
  readonly down: HTMLElement;
  readonly bar: HTMLElement;
  readonly size: HTMLElement;
  readonly spoken: HTMLElement;
  readonly take: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
}

/** Builds the overlay, not yet in the page. */
export function buildOverlay(): Overlay {
  const host = create('div');
  // Inline and important: nothing in the page's style sheets comes before it.
  host.style.cssText = 'all: initial !important; display: block !important;';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];

  const dialog = create('dialog');
  dialog.tabIndex = -1;
  dialog.setAttribute('aria-label', i18n.t('region.title'));
  const rect = create('div', 'rect');
  rect.append(...HANDLES.map((handle) => create('div', `handle ${handle}`)));
  const across = create('div', 'across');
  const down = create('div', 'down');
  const size = create('span', 'size');
  const hint = create('span', 'hint', i18n.t('region.hint'));
  const take = create('button', 'take', i18n.t('region.take'));
  const cancel = create('button', '', i18n.t('region.cancel'));
  const spoken = create('div', 'unseen');
  spoken.setAttribute('role', 'status');
  const bar = create('div', 'bar');
  bar.append(size, hint, take, cancel);
  dialog.append(create('div', 'shade'), across, down, rect, bar, spoken);
  root.append(dialog);
  return { host, root, dialog, rect, across, down, bar, size, spoken, take, cancel };
}

/** By its namespace, so that pages in XHTML get HTML elements, too. */
function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElementNS(XHTML, name) as HTMLElementTagNameMap[Name];
  element.className = className;
  element.textContent = text;
  return element;
}
