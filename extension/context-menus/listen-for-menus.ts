import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { openReaderTab } from '../reader/open-reader-tab.ts';
import { shareImage } from './share-image.ts';
import { shareSelection } from './share-selection.ts';

export type MenuClick = Browser.contextMenus.OnClickData;

const MENUS: readonly Browser.contextMenus.CreateProperties[] = [
  { id: 'share-selection', contexts: ['selection'], title: i18n.t('menu.selection') },
  { id: 'share-image', contexts: ['image'], title: i18n.t('menu.image') },
  {
    id: 'open-link',
    contexts: ['link'],
    title: i18n.t('menu.openLink'),
    targetUrlPatterns: ['https://*/s/*', 'http://localhost/s/*', 'http://127.0.0.1/s/*'],
  },
];

/** Offers what can be done with a selection, an image and a link, and does it. */
export function listenForMenus(): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    for (const menu of MENUS) browser.contextMenus.create(menu);
  });
  browser.contextMenus.onClicked.addListener((click, tab) => {
    if (tab?.id === undefined) return;
    // Not awaited before: asking for a permission must come straight from the click.
    if (click.menuItemId === 'share-selection') void shareSelection(click, tab.id);
    if (click.menuItemId === 'share-image') void shareImage(click, tab.id);
    if (click.menuItemId === 'open-link') void openReaderTab(click.linkUrl ?? '', tab.id);
  });
}
