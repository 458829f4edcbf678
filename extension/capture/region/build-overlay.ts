import { i18n } from '#i18n';
import { createElement, createHost } from '../page/create-element.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';
import { HANDLES } from './rect.ts';

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
  const { host, root } = createHost(OVERLAY_STYLE);
  const dialog = createElement('dialog');
  dialog.tabIndex = -1;
  dialog.setAttribute('aria-label', i18n.t('region.title'));
  const rect = createElement('div', 'rect');
  rect.append(...HANDLES.map((handle) => createElement('div', `handle ${handle}`)));
  const across = createElement('div', 'across');
  const down = createElement('div', 'down');
  const size = createElement('span', 'size');
  const hint = createElement('span', 'hint', i18n.t('region.hint'));
  const take = createElement('button', 'take', i18n.t('region.take'));
  const cancel = createElement('button', '', i18n.t('region.cancel'));
  const spoken = createElement('div', 'unseen');
  spoken.setAttribute('role', 'status');
  const bar = createElement('div', 'bar');
  bar.append(size, hint, take, cancel);
  dialog.append(createElement('div', 'shade'), across, down, rect, bar, spoken);
  root.append(dialog);
  return { host, root, dialog, rect, across, down, bar, size, spoken, take, cancel };
}
