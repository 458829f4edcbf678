import { hasNumbers, isObject } from '../is-object.ts';
import type { Rect, Size, Viewport } from '../region/rect.ts';
import { isSuggestion, type Suggestion } from '../suggestions/suggestion.ts';

/*
 * What the script that scrolls a page and the service worker that takes its pictures say over their port, which
 * also tells each when the other is gone.
 */

export const WALK_PORT = 'walk';

/** Said first. */
export interface PlanMessage {
  readonly type: 'plan';
  /** Of the whole, in CSS pixels. */
  readonly size: Size;
  readonly viewport: Viewport;
}

/** The next part is seen: take it. */
export interface ScreenMessage {
  readonly type: 'screen';
  /** Where the whole begins now, in CSS pixels of the window. */
  readonly origin: { readonly left: number; readonly top: number };
  /** What is to be kept of this picture, in CSS pixels of the window. */
  readonly pieces: readonly Rect[];
  /** How much of the whole there is with this picture, in CSS pixels. */
  readonly covered: Size;
}

/** Said last, when the page is as it was. */
export interface EndMessage {
  readonly type: 'end';
  readonly ended: 'whole' | 'stopped' | 'too-long' | 'not-whole';
  /** With boxes in CSS pixels of the whole. */
  readonly suggestions: readonly Suggestion[];
}

export type WalkMessage = PlanMessage | ScreenMessage | EndMessage;

/** The service worker's answers: go on, or end. */
export type WalkAnswer = { readonly type: 'taken' } | { readonly type: 'stop' };

const LARGEST_SIDE = 1e7;
const MOST_PIECES = 200;
const MOST_SUGGESTIONS = 5000;

export function isWalkMessage(message: unknown): message is WalkMessage {
  if (!isObject(message)) return false;
  switch (message.type) {
    case 'plan':
      return isSize(message.size) && hasNumbers(message.viewport, ['width', 'height', 'scale']);
    case 'screen':
      return (
        hasNumbers(message.origin, ['left', 'top']) &&
        isSize(message.covered) &&
        isListOf(message.pieces, MOST_PIECES, isRect)
      );
    case 'end':
      return (
        ['whole', 'stopped', 'too-long', 'not-whole'].includes(String(message.ended)) &&
        isListOf(message.suggestions, MOST_SUGGESTIONS, isSuggestion)
      );
    default:
      return false;
  }
}

export function isWalkAnswer(message: unknown): message is WalkAnswer {
  return isObject(message) && (message.type === 'taken' || message.type === 'stop');
}

function isSize(value: unknown): boolean {
  if (!hasNumbers(value, ['width', 'height'])) return false;
  const { width, height } = value as Size;
  return width >= 0 && height >= 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
}

function isRect(value: unknown): boolean {
  return hasNumbers(value, ['left', 'top', 'width', 'height']);
}

function isListOf(value: unknown, most: number, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isOne);
}
