import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { DraftNotice, PictureDraft } from '../../drafts/draft.ts';
import { openDraft } from '../../share/open-draft.ts';
import { openShareTab } from '../../share/open-share-tab.ts';
import { meetSender } from '../pending.ts';
import { clearStanding, showStanding } from '../standing.ts';
import { scaleSuggestions } from '../suggestions/scale-suggestions.ts';
import { takeEncoded } from '../take-picture.ts';
import { type WhyNot, whyNotOf } from '../why-not.ts';
import {
  type EndMessage,
  isWalkMessage,
  type PlanMessage,
  type ScreenMessage,
  WALK_PORT,
  type WalkAnswer,
} from './messages.ts';
import { Stitch } from './stitch.ts';

type Port = Browser.runtime.Port;

/** Takes the pictures of pages that scroll themselves through, and opens what they make. */
export function listenForWalks(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === WALK_PORT) void new Walk(port).run();
  });
}

/** One page on its way from top to bottom. */
class Walk {
  readonly #port: Port;
  readonly #messages: AsyncIterable<unknown>;
  #plan: PlanMessage | undefined;
  #stitch: Stitch | undefined;
  #end: EndMessage | undefined;
  #why: WhyNot | undefined;
  #isStopped = false;

  constructor(port: Port) {
    this.#port = port;
    this.#messages = messagesOf(port);
  }

  async run(): Promise<void> {
    const tabId = this.#port.sender && (await meetSender(this.#port.sender, 'walk'));
    if (tabId === undefined) return this.#port.disconnect();
    this.#showPart(0);
    try {
      for await (const message of this.#messages) {
        if (!isWalkMessage(message)) break;
        if (message.type === 'plan') this.#begin(message);
        else if (message.type === 'screen') await this.#take(tabId, message);
        else this.#end = message;
        if (this.#end) break;
      }
      await this.#open(tabId);
    } catch (error) {
      await openShareTab({ cannotCapture: whyNotOf(error) }, tabId);
    } finally {
      clearStanding();
      this.#port.disconnect();
    }
  }

  #begin(plan: PlanMessage): void {
    this.#plan = plan;
    this.#stitch = new Stitch(plan);
  }

  async #take(tabId: number, screen: ScreenMessage): Promise<void> {
    if (this.#isStopped) return this.#answer({ type: 'stop' });
    try {
      // Decoded and drawn after the answer: the page scrolls on meanwhile.
      this.#stitch?.add(await takeEncoded(tabId), screen);
    } catch (error) {
      this.#why = whyNotOf(error);
      return this.#answer({ type: 'stop' });
    }
    this.#showPart(screen.covered.height / Math.max(1, this.#plan?.size.height ?? 1));
    this.#answer({ type: this.#isStopped ? 'stop' : 'taken' });
  }

  #showPart(part: number): void {
    showStanding({ kind: 'walk', part: Math.min(1, part) }, () => {
      this.#isStopped = true;
      this.#answer({ type: 'stop' });
    });
  }

  #answer(answer: WalkAnswer): void {
    try {
      this.#port.postMessage(answer);
    } catch {
      // The page is gone; its port says so, too.
    }
  }

  /** Opens what there is: all of it, or as far as it was taken. */
  async #open(tabId: number): Promise<void> {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab) return; // who closes the tab wants nothing of it
    const tiles = (await this.#stitch?.finish()) ?? [];
    const [first] = tiles;
    if (!first || !this.#stitch) {
      const isWanted = this.#why || this.#end?.ended !== 'stopped';
      if (isWanted) await openShareTab({ cannotCapture: this.#why ?? 'failed' }, tabId);
      return;
    }
    const { scale } = this.#stitch;
    const notice = this.#notice();
    const suggestions = scaleSuggestions(this.#end?.suggestions ?? [], scale, tiles);
    const draft: PictureDraft = {
      kind: 'picture',
      data: first.data,
      scale,
      suggestions,
      ...(tiles.length > 1 ? { tiles } : {}),
      ...(notice ? { notice } : {}),
    };
    await openDraft(draft, tabId);
  }

  #notice(): DraftNotice | undefined {
    if (this.#why === 'tabChanged') return 'tab-changed';
    if (this.#why || !this.#end) return 'not-whole';
    return this.#end.ended === 'whole' ? undefined : this.#end.ended;
  }
}

/** What comes through a port, until the other end closes it. */
function messagesOf(port: Port): AsyncIterable<unknown> {
  return new ReadableStream({
    start(controller) {
      port.onMessage.addListener((message: unknown) => controller.enqueue(message));
      port.onDisconnect.addListener(() => controller.close());
    },
  });
}
