import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { StandingRequest } from '../capture/messages.ts';
import type { Doing, StandingMessage } from '../capture/standing.ts';

/** What is going on and takes a while. When it ends, the popup closes. */
export function useStanding(): Doing | undefined {
  const [doing, setDoing] = useState<Doing>();
  useEffect(() => {
    let isUnderWay = false;
    const show = (message: unknown) => {
      if (!isStanding(message)) return undefined;
      if (isUnderWay && !message.doing) window.close();
      isUnderWay = message.doing !== undefined;
      setDoing(message.doing);
      return undefined;
    };
    browser.runtime.onMessage.addListener(show);
    void askStanding({ type: 'ask-standing' }).then(show);
    return () => browser.runtime.onMessage.removeListener(show);
  }, []);
  return doing;
}

export async function askStanding(request: StandingRequest): Promise<unknown> {
  return browser.runtime.sendMessage(request).catch(() => undefined);
}

/** Said by the service worker alone: nothing but the extension's own parts reaches this page. */
function isStanding(message: unknown): message is StandingMessage {
  return (message as StandingMessage | undefined)?.type === 'capture-standing';
}
