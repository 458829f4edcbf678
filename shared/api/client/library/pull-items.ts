import { type Bytes, concat } from '../../../crypto/bytes.ts';
import type { PullHeader, PullRequest } from '../../contract/library.ts';
import { cutBodies, decodeFrames } from '../../frames.ts';
import { RANGE_MAX_BYTES } from '../../limits.ts';
import { UnreachableError } from '../api-error.ts';
import { retry } from '../retry.ts';
import { LIBRARY_PATH, type LibraryTransport } from './transport.ts';

export interface PulledVersion {
  readonly id: string;
  readonly version: number;
  readonly body: Bytes;
}

/** Bodies of at most 100 versions and 8 MiB; those that the server has no more are left out. */
export async function pullItems(
  transport: LibraryTransport,
  items: PullRequest['items'],
): Promise<readonly PulledVersion[]> {
  const json: PullRequest = { items };
  const bytes = await retry(async () => {
    const options = { method: 'POST', json } as const;
    const response = await transport.request(`${LIBRARY_PATH}/pull`, options);
    return readAll(response);
  });
  try {
    const { header, rest } = decodeFrames(bytes);
    const { items: found } = header as PullHeader;
    const sizes = found.map(({ size }) => size);
    const bodies = cutBodies(rest, sizes);
    return found.map(({ id, version }, at) => ({ id, version, body: bodies[at] as Bytes }));
  } catch (error) {
    throw new UnreachableError(error);
  }
}

/**
 * One body of `size` bytes, in ranges of at most 8 MiB.
 * @throws {ApiError} `item-not-found`: this version is not kept any more
 */
export async function downloadItem(
  transport: LibraryTransport,
  { id, version, size }: { readonly id: string; readonly version: number; readonly size: number },
  onReceived?: (bytes: number) => void,
): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let first = 0; first < size; first += RANGE_MAX_BYTES) {
    const last = Math.min(first + RANGE_MAX_BYTES, size) - 1;
    const path = `${LIBRARY_PATH}/items/${id}/versions/${version}`;
    const options = { range: { first, last } };
    const part = await retry(async () => readAll(await transport.request(path, options)));
    if (part.length !== last - first + 1) throw new UnreachableError('another length');
    parts.push(part);
    onReceived?.(last + 1);
  }
  return concat(...parts);
}

async function readAll(response: Response): Promise<Bytes> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new UnreachableError(error);
  }
}
