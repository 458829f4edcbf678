import type {
  ChangesAnswer,
  ItemsAnswer,
  ItemsRequest,
  KeysAnswer,
  LibraryAnswer,
  VersionsAnswer,
} from '../../contract/library.ts';
import { retry } from '../retry.ts';
import { type LibraryTransport, requestLibrary } from './transport.ts';

/** What the account keeps, and what it may keep. */
export function readLibrary(transport: LibraryTransport): Promise<LibraryAnswer> {
  return retry(() => requestLibrary(transport, ''));
}

/** One page of what changed after the number `since`. */
export function readChanges(transport: LibraryTransport, since: number): Promise<ChangesAnswer> {
  return retry(() => requestLibrary(transport, `/changes?since=${since}`));
}

/** @throws {ApiError} `item-not-found` */
export function readVersions(transport: LibraryTransport, id: string): Promise<VersionsAnswer> {
  return retry(() => requestLibrary(transport, `/items/${id}/versions`));
}

/** The wrapped data keys of every kept version: what a new user key has to wrap anew. */
export async function readKeys(transport: LibraryTransport): Promise<KeysAnswer['keys']> {
  const keys: KeysAnswer['keys'] = [];
  let after = '';
  for (;;) {
    const path = `/keys?after=${after}`;
    const page = await retry(() => requestLibrary<KeysAnswer>(transport, path));
    keys.push(...page.keys);
    if (page.after === undefined) return keys;
    after = page.after;
  }
}

/** Items that are in these versions go into the bin, out of it, or for good; repeatable. At most 100 at once. */
export function actOnItems(
  transport: LibraryTransport,
  act: 'bin' | 'unbin' | 'delete',
  items: ItemsRequest['items'],
): Promise<ItemsAnswer> {
  const options = { method: 'POST', json: { items } satisfies ItemsRequest } as const;
  return retry(() => requestLibrary(transport, `/${act}`, options));
}
