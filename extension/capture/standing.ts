import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** What is going on and takes a while. */
export type Doing =
  | {
      readonly kind: 'walk';
      /** 0 to 1. */
      readonly part: number;
    }
  | { readonly kind: 'countdown'; readonly seconds: number };

/** To the extension's own pages whenever it changes, and as the answer to `ask-standing`. */
export interface StandingMessage {
  readonly type: 'capture-standing';
  readonly doing?: Doing;
}

let current: { readonly doing: Doing; readonly stop: () => void } | undefined;

/** What is going on now. */
export function standing(): StandingMessage {
  return { type: 'capture-standing', ...(current ? { doing: current.doing } : {}) };
}

/** Says what is going on, on the toolbar button and in the popup; `stop` is called when the user wants no more. */
export function showStanding(doing: Doing, stop: () => void): void {
  current = { doing, stop };
  announce();
}

export function clearStanding(): void {
  current = undefined;
  announce();
}

/** Ends what is going on, as the user wishes. */
export function stopCapture(): void {
  current?.stop();
}

function announce(): void {
  const doing = current?.doing;
  void browser.action.setBadgeText({ text: doing ? badgeOf(doing) : '' });
  void browser.action.setTitle({ title: doing ? titleOf(doing) : i18n.t('name') });
  // Nobody listens while the popup is closed.
  browser.runtime.sendMessage(standing()).catch(() => {});
}

function badgeOf(doing: Doing): string {
  return doing.kind === 'countdown' ? String(doing.seconds) : `${Math.round(doing.part * 100)}%`;
}

function titleOf(doing: Doing): string {
  return doing.kind === 'countdown'
    ? i18n.t('capture.countdownTitle', [String(doing.seconds)])
    : i18n.t('capture.walkTitle', [String(Math.round(doing.part * 100))]);
}
