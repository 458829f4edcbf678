import type { Box } from '../../../shared/scene/model/element.ts';

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
