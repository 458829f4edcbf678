/** Why something can't be captured; the words for each are in the locale under `whyNot`. */
const REASONS = [
  'browserPage',
  'webStore',
  'otherExtension',
  'sourceView',
  'notHtml',
  'tabChanged',
  'busy',
  'noRegion',
  'failed',
] as const;
export type WhyNot = (typeof REASONS)[number];

const STORES = ['https://chromewebstore.google.com', 'https://chrome.google.com/webstore'];

/** Why no script may run at this address, as far as the address tells. */
export function whyNotFromUrl(url: string): WhyNot | undefined {
  if (STORES.some((store) => url.startsWith(store))) return 'webStore';
  if (url.startsWith('view-source:')) return 'sourceView';
  if (url.startsWith('chrome-extension:')) return 'otherExtension';
  if (/^(https?|file|data|blob):/.test(url)) return undefined;
  return 'browserPage';
}

export function isWhyNot(text: string): text is WhyNot {
  return (REASONS as readonly string[]).includes(text);
}

/** A capture that could not be made, and why. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly why: WhyNot;

  constructor(why: WhyNot, options?: ErrorOptions) {
    super(`This can't be captured: ${why}`, options);
    this.why = why;
  }
}

export function whyNotOf(error: unknown): WhyNot {
  return error instanceof CaptureError ? error.why : 'failed';
}
