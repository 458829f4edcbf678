import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { openShareTab } from '../share/open-share-tab.ts';
import { forgetClosedTabs } from './again/last-region.ts';
import { captureAgain, captureRegion, captureVisible } from './capture-tab.ts';
import { countDown } from './delayed/count-down.ts';
import {
  type CaptureAnswer,
  type CaptureRequest,
  type CaptureType,
  isCaptureRequest,
  isCaptureType,
  isPageMessage,
  isStandingRequest,
  type PageMessage,
} from './messages.ts';
import { meetSender } from './pending.ts';
import { clearStanding, standing, stopCapture } from './standing.ts';
import { startScript } from './start-script.ts';
import { listenForWalks } from './walk/receive-walk.ts';
import { CaptureError, whyNotOf } from './why-not.ts';

type Sender = Browser.runtime.MessageSender;

/** Captures what the popup, a key or a script in a page ask for. */
export function listenForCaptures(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, answer) => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (!isOwnPage(sender)) {
      if (!isPageMessage(message)) return undefined;
      void finishChoice(message, sender).then(() => answer());
      return true;
    }
    if (isStandingRequest(message)) {
      if (message.type === 'stop-capture') stopCapture();
      answer(standing());
      return undefined;
    }
    if (!isCaptureRequest(message)) return undefined;
    void capture(message).then(answer);
    return true;
  });
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (!isCaptureType(command) || tab?.id === undefined) return;
    const result = await capture({ type: command, tabId: tab.id });
    if (!result.ok) await openShareTab({ cannotCapture: result.why }, tab.id);
  });
  listenForWalks();
  forgetClosedTabs();
  // What went on when the service worker ended goes on no more.
  clearStanding();
}

/** Whether one of the extension's own pages speaks; a script in a page carries that page's address. */
function isOwnPage({ url }: Sender): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

const CAPTURES: Readonly<Record<CaptureType, (tabId: number) => Promise<void>>> = {
  'capture-region': (tabId) => startScript(tabId, 'region', 'region'),
  'capture-visible': captureVisible,
  'capture-element': (tabId) => startScript(tabId, 'element', 'walk'),
  'capture-full-page': (tabId) => startScript(tabId, 'full-page', 'walk'),
  'capture-again': captureAgain,
};

async function capture({ type, tabId, delay }: CaptureRequest): Promise<CaptureAnswer> {
  try {
    if (standing().doing) throw new CaptureError('busy');
    if (delay === undefined) await CAPTURES[type](tabId);
    else void captureLater(type, tabId, delay);
    return { ok: true };
  } catch (error) {
    return { ok: false, why: whyNotOf(error) };
  }
}

async function captureLater(type: CaptureType, tabId: number, seconds: number): Promise<void> {
  try {
    if (await countDown(seconds)) await CAPTURES[type](tabId);
  } catch (error) {
    await openShareTab({ cannotCapture: whyNotOf(error) }, tabId);
  }
}

/** Believes only the page in which something was to be chosen, and only once. */
async function finishChoice(message: PageMessage, sender: Sender): Promise<void> {
  if (message.type === 'choice-cancelled') {
    // Of whichever kind it was: it is awaited no more.
    if ((await meetSender(sender, 'region')) === undefined) await meetSender(sender, 'walk');
    return;
  }
  const tabId = await meetSender(sender, 'region');
  if (tabId === undefined) return;
  try {
    await captureRegion(tabId, message);
  } catch (error) {
    await openShareTab({ cannotCapture: whyNotOf(error) }, tabId);
  }
}
