import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { openShareTab } from '../share/open-share-tab.ts';
import { captureRegion, captureVisible, chooseRegion } from './capture-tab.ts';
import {
  type CaptureAnswer,
  isCaptureRequest,
  isRegionMessage,
  type RegionMessage,
} from './messages.ts';
import { meetRegion } from './pending-region.ts';
import { whyNotOf } from './why-not.ts';

type Sender = Browser.runtime.MessageSender;

/** Captures what the popup, a key or a region in a page ask for. */
export function listenForCaptures(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, answer) => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (isCaptureRequest(message) && isOwnPage(sender)) {
      const { type, tabId } = message;
      void capture(type, tabId).then(answer);
      return true;
    }
    if (isRegionMessage(message) && !isOwnPage(sender)) {
      void finishRegion(message, sender).then(() => answer());
      return true;
    }
    return undefined;
  });
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command !== 'capture-region' && command !== 'capture-visible') return;
    if (tab?.id === undefined) return;
    const result = await capture(command, tab.id);
    if (!result.ok) await openShareTab({ cannotCapture: result.why }, tab.id);
  });
}

/** Whether one of the extension's own pages speaks; a script in a page carries that page's address. */
function isOwnPage({ url }: Sender): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

async function capture(
  type: 'capture-region' | 'capture-visible',
  tabId: number,
): Promise<CaptureAnswer> {
  try {
    await (type === 'capture-region' ? chooseRegion(tabId) : captureVisible(tabId));
    return { ok: true };
  } catch (error) {
    return { ok: false, why: whyNotOf(error) };
  }
}

/** Believes only the page in which a region was asked for, and only once. */
async function finishRegion(message: RegionMessage, { tab, documentId, frameId }: Sender) {
  const tabId = tab?.id;
  if (tabId === undefined || documentId === undefined || frameId !== 0) return;
  if (!(await meetRegion({ tabId, documentId }))) return;
  if (message.type === 'region-cancelled') return;
  try {
    await captureRegion(tabId, message);
  } catch (error) {
    await openShareTab({ cannotCapture: whyNotOf(error) }, tabId);
  }
}
