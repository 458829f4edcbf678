import type { SealedStore } from '../keys/sealed-store.ts';

/** Under this name a mirror keeps how far it is. */
export const MIRROR_STATE = 'state';

export interface MirrorState {
  readonly version: 1;
  /** All changes up to this number are here. */
  readonly sequence: number;
  /** Whether the first reading of the whole library is over. */
  readonly isComplete: boolean;
  /** The person took a restored server for right: what is there and what is here are brought together anew. */
  readonly isRejoining?: boolean;
  /** Names that the server has in a version which the manifest does not say yet. */
  readonly unlisted: readonly string[];
  /** The library's key as the server keeps it: opens without the server. */
  readonly key?: { readonly version: number; readonly wrappedKey: string; readonly body: string };
}

const EMPTY: MirrorState = { version: 1, sequence: 0, isComplete: false, unlisted: [] };

/** How far the mirror in `store` is. */
export async function readMirrorState(store: SealedStore): Promise<MirrorState> {
  return (await readJson<MirrorState>(store, MIRROR_STATE)) ?? EMPTY;
}

/** What a mirror noted under `name`. */
export async function readJson<T>(store: SealedStore, name: string): Promise<T | undefined> {
  const bytes = await store.get(name);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
}
