import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { pollUntil } from './poll-until.ts';
import { screenPath } from './screenshot.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The toolbar button's real popup. Playwright has no page for it, so it is driven over the protocol, by real
 * mouse and keyboard events.
 */
export class Popup {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #answers = new Map<number, (answer: ProtocolAnswer) => void>();
  #lastId = 0;

  /** Settles when the popup has closed. */
  readonly closed: Promise<void>;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const answer: ProtocolAnswer = JSON.parse(event.message);
      this.#answers.get(answer.id)?.(answer);
      this.#answers.delete(answer.id);
    });
    this.closed = new Promise((resolve) => {
      browser.on('Target.detachedFromTarget', (event) => {
        if (event.sessionId !== sessionId) return;
        for (const settle of this.#answers.values()) settle({ id: 0, error: CLOSED });
        resolve();
      });
    });
  }

  /** Waits for the popup at `url` to open, and attaches to it. */
  static async attach(browser: CDPSession, url: string): Promise<Popup> {
    const targetId = await pollUntil(`the popup ${url} to open`, async () => {
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
      return targetInfos.find((target) => target.type === 'page' && target.url === url)?.targetId;
    });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    const popup = new Popup(browser, sessionId);
    // A headless window has no focus to give, and keys would go nowhere.
    await popup.#send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await pollUntil(`the popup ${url} to load`, async () =>
      (await popup.evaluate('document.readyState')) === 'complete' ? true : null,
    );
    return popup;
  }

  /** Clicks the button, link or field whose accessible name is `name`, at its middle. */
  async click(name: string): Promise<void> {
    let before: Point | null = null;
    // What comes later above it moves it: only where it stays is it clicked.
    const point = await pollUntil(`“${name}” in the popup`, async () => {
      const now = await this.evaluate<Point | null>(`(${findMiddle})(${JSON.stringify(name)})`);
      const stays = now !== null && now.x === before?.x && now.y === before.y;
      before = now;
      return stays ? now : null;
    });
    const button = { ...point, button: 'left', clickCount: 1 };
    await this.#send('Input.dispatchMouseEvent', { ...point, type: 'mouseMoved' });
    await this.#send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed' });
    // The popup may close itself on the click, before it answers.
    await this.#send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' }).catch(
      (error: Error) => {
        if (error.message !== CLOSED.message) throw error;
      },
    );
  }

  /** Presses a key by its name in KeyboardEvent.key, with its Windows key code. */
  async press(key: string, windowsVirtualKeyCode: number): Promise<void> {
    const params = { key, code: key, windowsVirtualKeyCode };
    await this.#send('Input.dispatchKeyEvent', { ...params, type: 'rawKeyDown' });
    await this.#send('Input.dispatchKeyEvent', { ...params, type: 'keyUp' });
  }

  /** Types into the focused field. */
  async type(text: string): Promise<void> {
    await this.#send('Input.insertText', { text });
  }

  /** The value of a JavaScript expression in the popup, promises awaited. */
  async evaluate<T>(expression: string): Promise<T> {
    const params = { expression, returnByValue: true, awaitPromise: true };
    const answer = await this.#send<{ result: { value: T } }>('Runtime.evaluate', params);
    return answer.result.value;
  }

  /** What the popup shows, as text. */
  text(): Promise<string> {
    return this.evaluate('document.body.innerText');
  }

  /** Writes the popup's picture to `test-results/screens/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    const { data } = await this.#send<{ data: string }>('Page.captureScreenshot', {});
    const path = screenPath(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async #send<T>(method: string, params: object): Promise<T> {
    const id = ++this.#lastId;
    const answer = new Promise<ProtocolAnswer>((resolve) => this.#answers.set(id, resolve));
    await this.#browser.send('Target.sendMessageToTarget', {
      sessionId: this.#sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { error, result } = await answer;
    if (error !== undefined) throw new Error(error.message);
    return result as T;
  }
}

interface ProtocolAnswer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const CLOSED = { message: 'The popup has closed' };

/** Runs in the popup: the middle of the visible control that is called `name`, or begins so; null for none. */
function findMiddle(name: string): Point | null {
  const controls = 'button, a, input, textarea, select, summary, label, [role]';
  const named = [...document.querySelectorAll(controls)].map((element) => ({
    element,
    label: (element.getAttribute('aria-label') ?? element.textContent).trim(),
    visible: element.getClientRects().length > 0,
  }));
  const match =
    named.find(({ label, visible }) => visible && label === name) ??
    named.find(({ label, visible }) => visible && label.startsWith(name));
  if (match === undefined) return null;
  match.element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = match.element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
