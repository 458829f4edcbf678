import { browser } from '@wxt-dev/browser';
import { isWalkAnswer, type ScreenMessage, WALK_PORT, type WalkMessage } from './messages.ts';

/** Without an answer for that long, the service worker is as good as gone. */
const PATIENCE_MS = 15_000;

/** The page's end of the port. */
export interface Conversation {
  /** Aborted when the user or the service worker wants no more, and when that is gone. */
  readonly signal: AbortSignal;
  tell(message: WalkMessage): void;
  /** Resolves when the picture was taken, or nothing more will be. */
  show(message: ScreenMessage): Promise<'taken' | 'stop'>;
  stop(): void;
  close(): void;
}

/** Opens the port; when the service worker is gone, for whatever reason, `signal` is aborted. */
export function openConversation(): Conversation {
  const port = browser.runtime.connect({ name: WALK_PORT });
  const stopping = new AbortController();
  let answered: (answer: 'taken' | 'stop') => void = () => {};
  const stop = () => {
    stopping.abort();
    answered('stop');
  };
  port.onDisconnect.addListener(stop);
  port.onMessage.addListener((answer: unknown) => {
    if (!isWalkAnswer(answer)) return;
    if (answer.type === 'stop') stop();
    else answered('taken');
  });
  const tell = (message: WalkMessage) => {
    try {
      port.postMessage(message);
    } catch {
      stop();
    }
  };
  return {
    signal: stopping.signal,
    tell,
    show(message) {
      if (stopping.signal.aborted) return Promise.resolve('stop');
      const { promise, resolve } = Promise.withResolvers<'taken' | 'stop'>();
      const timer = setTimeout(stop, PATIENCE_MS);
      answered = resolve;
      tell(message);
      return promise.finally(() => clearTimeout(timer));
    },
    stop,
    close: () => port.disconnect(),
  };
}
