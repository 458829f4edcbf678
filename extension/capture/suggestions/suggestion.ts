import type { Box } from '../../../shared/scene/model/element.ts';
import { hasNumbers, isObject } from '../is-object.ts';

/** What a person may want hidden, as it was found in a page. */
export const SUGGESTION_KINDS = [
  'email',
  'phone',
  'card',
  'iban',
  'token',
  'password',
  'picture',
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** Where something is that may be redacted: a kind and a place, never the page's text. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  /** In the picture's own pixels; of a picture in tiles in those of the whole. */
  readonly box: Box;
}

export function isSuggestion(value: unknown): value is Suggestion {
  return (
    isObject(value) &&
    (SUGGESTION_KINDS as readonly unknown[]).includes(value.kind) &&
    hasNumbers(value.box, ['x', 'y', 'width', 'height'])
  );
}
