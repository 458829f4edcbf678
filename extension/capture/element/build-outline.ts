import { i18n } from '#i18n';
import { createElement, createHost } from '../page/create-element.ts';
import { OUTLINE_STYLE } from './outline-style.ts';

/** What lies over the page while an element is chosen; `host` is all that the page could see of it. */
export interface Outline {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly cover: HTMLElement;
  readonly outline: HTMLElement;
  readonly bar: HTMLElement;
  readonly name: HTMLElement;
  readonly size: HTMLElement;
  readonly spoken: HTMLElement;
  readonly take: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
}

/** Builds it, not yet in the page. */
export function buildOutline(): Outline {
  const { host, root } = createHost(OUTLINE_STYLE);
  const cover = createElement('div', 'cover');
  // Above the page's own dialogs, and yet not making the page inert: what is inert can't be pointed at.
  cover.popover = 'manual';
  cover.tabIndex = -1;
  cover.setAttribute('role', 'dialog');
  cover.setAttribute('aria-label', i18n.t('capture.element.title'));
  const outline = createElement('div', 'outline');
  const name = createElement('span', 'name');
  const size = createElement('span', 'size');
  const hint = createElement('span', 'hint', i18n.t('capture.element.hint'));
  const take = createElement('button', 'take', i18n.t('region.take'));
  const cancel = createElement('button', '', i18n.t('region.cancel'));
  const spoken = createElement('div', 'unseen');
  spoken.setAttribute('role', 'status');
  const bar = createElement('div', 'bar');
  bar.append(name, size, hint, take, cancel);
  cover.append(outline, bar, spoken);
  root.append(cover);
  return { host, root, cover, outline, bar, name, size, spoken, take, cancel };
}
