import { hasNumbers, isObject } from './is-object.ts';
import type { Rect, Viewport } from './region/rect.ts';
import { isSuggestion, type Suggestion } from './suggestions/suggestion.ts';
import type { WhyNot } from './why-not.ts';

/* What the extension's parts say to one another. Nothing here ever carries a link, a key or a token. */

export const CAPTURE_TYPES = [
  'capture-region',
  'capture-visible',
  'capture-element',
  'capture-full-page',
  'capture-again',
] as const;
/** These are the names of the commands, too. */
export type CaptureType = (typeof CAPTURE_TYPES)[number];

/** In seconds. */
export const DELAYS = [3, 5, 10] as const;

/** From the popup. */
export interface CaptureRequest {
  readonly type: CaptureType;
  readonly tabId: number;
  /** Seconds to wait before, to open a menu or point at something. */
  readonly delay?: (typeof DELAYS)[number];
}

/** The answer to it: whether it went well, so that the popup can close. */
export type CaptureAnswer = { readonly ok: true } | { readonly ok: false; readonly why: WhyNot };

/** From the popup: what is going on, and an end to it. */
export interface StandingRequest {
  readonly type: 'ask-standing' | 'stop-capture';
}

/** From the script in the page. */
export interface ChoiceCancelled {
  readonly type: 'choice-cancelled';
}

/** From the script in the page. */
export interface RegionTaken {
  readonly type: 'region-taken';
  /** In CSS pixels of what is seen. */
  readonly rect: Rect;
  readonly viewport: Viewport;
  /** With boxes in CSS pixels of `rect`. */
  readonly suggestions: readonly Suggestion[];
}

export type PageMessage = ChoiceCancelled | RegionTaken;

const MOST_SUGGESTIONS = 5000;

export function isCaptureType(type: unknown): type is CaptureType {
  return (CAPTURE_TYPES as readonly unknown[]).includes(type);
}

export function isCaptureRequest(message: unknown): message is CaptureRequest {
  return (
    isObject(message) &&
    isCaptureType(message.type) &&
    Number.isSafeInteger(message.tabId) &&
    (message.delay === undefined || (DELAYS as readonly unknown[]).includes(message.delay))
  );
}

export function isStandingRequest(message: unknown): message is StandingRequest {
  return isObject(message) && (message.type === 'ask-standing' || message.type === 'stop-capture');
}

export function isPageMessage(message: unknown): message is PageMessage {
  if (!isObject(message)) return false;
  if (message.type === 'choice-cancelled') return true;
  const { type, rect, viewport, suggestions } = message;
  return (
    type === 'region-taken' &&
    hasNumbers(rect, ['left', 'top', 'width', 'height']) &&
    hasNumbers(viewport, ['width', 'height', 'scale']) &&
    areSuggestions(suggestions)
  );
}

/** Also what an injected script answers is looked at: a page's own world can't reach it, but a bug can. */
export function areSuggestions(value: unknown): value is readonly Suggestion[] {
  return Array.isArray(value) && value.length <= MOST_SUGGESTIONS && value.every(isSuggestion);
}
