import type { Page } from '@playwright/test';

export interface Answer {
  readonly kind: string;
  readonly elements?: unknown;
  readonly svg?: string;
  readonly removed?: number;
  readonly detail?: string;
}

/** Asks the sandboxed page of the built extension from `page`, one of its own, as they do. */
export function askSandbox(page: Page, kind: 'mermaid' | 'svg', text: string): Promise<Answer> {
  return page.evaluate(
    async (request) => {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const { port1, port2 } = new MessageChannel();
      const frame = document.createElement('iframe');
      frame.src = '/diagrams.html';
      frame.onload = () => frame.contentWindow?.postMessage(request, '*', [port2]);
      port1.onmessage = ({ data }) => resolve(data);
      document.body.append(frame);
      return promise;
    },
    { kind, text },
  );
}
