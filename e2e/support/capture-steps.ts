import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { readPicture } from './read-picture.ts';

/** Starts a full page capture by the popup on `page`; the tab that it ends in. */
export async function captureFullPage(extension: ExtensionBrowser, page: Page): Promise<Page> {
  const opened = extension.context.waitForEvent('page');
  const popup = await extension.openPopup(page);
  await popup.click('Full page');
  return opened;
}

/** Checks the size in pixels of the picture that a capture ended in. */
export async function expectSize(tab: Page, width: number, height: number): Promise<void> {
  const seen = await readPicture(tab);
  expect({ width: seen.width, height: seen.height }).toEqual({ width, height });
}

/** All of a page that a capture could leave changed. */
export function readPageState(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
    scroll: [scrollX, scrollY],
    scrolled: [...document.querySelectorAll('*')].map((element) => element.scrollTop),
    videos: [...document.querySelectorAll('video')].map((video) => video.paused),
    running: document
      .getAnimations()
      .filter((it) => it.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY)
      .map((it) => it.playState),
  }));
}

/** Starts choosing an element by the popup on `page`, and waits until the overlay has the keyboard. */
export async function startElement(extension: ExtensionBrowser, page: Page): Promise<void> {
  const popup = await extension.openPopup(page);
  await popup.click('Element');
  await popup.closed;
  await expect.poll(() => overlayText(page)).toContain('Point and click');
}

interface TreeNode {
  readonly nodeValue?: string;
  readonly localName?: string;
  readonly children?: readonly TreeNode[];
  readonly shadowRoots?: readonly (TreeNode & { readonly shadowRootType?: string })[];
}

/** What an overlay says, though its shadow root is closed. */
export async function overlayText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return closedTexts(root as TreeNode, false).join(' ');
}

function closedTexts(node: TreeNode, isInside: boolean): readonly string[] {
  const own = isInside && node.nodeValue ? [node.nodeValue] : [];
  const inner = (node.shadowRoots ?? []).flatMap((root) =>
    closedTexts(root, isInside || root.shadowRootType === 'closed'),
  );
  return [...own, ...inner, ...(node.children ?? []).flatMap((it) => closedTexts(it, isInside))];
}
