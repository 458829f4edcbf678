/** What a draft's picture could not be, said to the user where it is shown. */
export type DraftNotice = 'image-not-allowed' | 'image-not-found';

export interface PictureDraft {
  readonly kind: 'picture';
  readonly data: Blob;
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

export type DraftContent = PictureDraft | WrittenDraft;

/** Something that was not shared yet. It outlives its tab, the browser and an update of the extension. */
export type Draft = DraftContent & {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
};
