import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { Box } from '../../shared/scene/model/element.ts';
import type { Suggestion } from '../capture/suggestions/suggestion.ts';

/** What a draft's picture could not be, said to the user where it is shown. */
export type DraftNotice =
  | 'image-not-allowed'
  | 'image-not-found'
  /** The page was not taken to its end: by the user's wish, … */
  | 'stopped'
  /** … because another tab came to the front, … */
  | 'tab-changed'
  /** … because the browser gave no more pictures, … */
  | 'not-whole'
  /** … or because it is longer than any picture should be. */
  | 'too-long';

/** One part of a picture that is too large for one canvas. */
export interface PictureTile {
  /** A PNG. */
  readonly data: Blob;
  /** Where it lies in the whole, in the whole's own pixels. */
  readonly box: Box;
}

export interface PictureDraft {
  readonly kind: 'picture';
  /** The picture; where there are tiles, the first of them. */
  readonly data: Blob;
  /** All parts of a picture that is too large for one canvas, from the top and the left; else none. */
  readonly tiles?: readonly PictureTile[];
  /** Pixels of the picture to a CSS pixel of the page; 1 where nothing is known of it. */
  readonly scale?: number;
  /** What may be redacted in it. */
  readonly suggestions?: readonly Suggestion[];
  /** Of the page it comes from; stays in the profile. */
  readonly title?: string;
  readonly notice?: DraftNotice;
}

export interface WrittenDraft {
  readonly kind: 'written';
  readonly text: string;
  readonly files: readonly File[];
  readonly title?: string;
}

/** A diagram that was recovered from a page, to be opened in the editor. */
export interface SceneDraft {
  readonly kind: 'scene';
  /** A native file. */
  readonly scene: Bytes;
  readonly title?: string;
  /** What of the original the scene can't hold, said when it is opened. */
  readonly losses?: readonly string[];
}

export type DraftContent = PictureDraft | WrittenDraft | SceneDraft;

interface DraftStamp {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Something that was not shared yet. It outlives its tab, the browser and an update of the extension. */
export type Draft = DraftContent & DraftStamp;

/** A draft without its bytes. */
export type DraftSummary = Pick<DraftContent, 'kind' | 'title'> & DraftStamp;
