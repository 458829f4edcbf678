import type { Rect, Viewport } from './region/rect.ts';
import type { WhyNot } from './why-not.ts';

/* What the extension's parts say to one another. Nothing here ever carries a link, a key or a token. */

/** From the popup. */
export interface CaptureRequest {
  readonly type: 'capture-region' | 'capture-visible';
  readonly tabId: number;
}

/** The answer to it: whether it went well, so that the popup can close. */
export type CaptureAnswer = { readonly ok: true } | { readonly ok: false; readonly why: WhyNot };

/** From the script in the page. */
export type RegionMessage =
  | { readonly type: 'region-cancelled' }
  | {
      readonly type: 'region-taken';
      /** In CSS pixels of what is seen. */
      readonly rect: Rect;
      readonly viewport: Viewport;
    };

export function isCaptureRequest(message: unknown): message is CaptureRequest {
  return (
    isObject(message) &&
    (message.type === 'capture-region' || message.type === 'capture-visible') &&
    Number.isSafeInteger(message.tabId)
  );
}

export function isRegionMessage(message: unknown): message is RegionMessage {
  if (!isObject(message)) return false;
  if (message.type === 'region-cancelled') return true;
  const { type, rect, viewport } = message;
  return (
    type === 'region-taken' &&
    hasNumbers(rect, ['left', 'top', 'width', 'height']) &&
    hasNumbers(viewport, ['width', 'height', 'scale'])
  );
}

function hasNumbers(value: unknown, names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => Number.isFinite(value[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
