import type { Bytes } from '../../../crypto/bytes.ts';
import type {
  PushAnswer,
  PushHeader,
  UploadRequest,
  UploadStarted,
} from '../../contract/library.ts';
import { encodeFrames } from '../../frames.ts';
import { retry } from '../retry.ts';
import { LIBRARY_PATH, type LibraryTransport, requestLibrary } from './transport.ts';

/** A version that was sealed, made from version `base` of its item. */
export interface SealedVersion {
  /** base64url. */
  readonly id: string;
  readonly base: number;
  /** base64url. */
  readonly wrappedKey: string;
  readonly body: Bytes;
}

/**
 * At most 100 versions of at most 8 MiB together, their keys wrapped under the user key of that generation. Not tried again here: after an answer that was lost, the same
 * push is refused, since the items are in the new version.
 * @throws {ApiError} `quota-exceeded`, `user-key-renewed`: none of them is kept
 */
export function pushItems(
  transport: LibraryTransport,
  generation: number,
  versions: readonly SealedVersion[],
): Promise<PushAnswer> {
  const header: PushHeader = {
    generation,
    items: versions.map(({ id, base, wrappedKey, body }) => ({
      id,
      base,
      size: body.length,
      wrappedKey,
    })),
  };
  const bodies = versions.map(({ body }) => body);
  const bytes = new Blob([encodeFrames(header, bodies)]);
  return requestLibrary(transport, '/push', { method: 'POST', bytes });
}

/**
 * One version of any length, part by part; each part is tried again by itself.
 * @throws {ApiError} `quota-exceeded`, `user-key-renewed`
 */
export async function uploadItem(
  transport: LibraryTransport,
  generation: number,
  { id, base, wrappedKey, body }: SealedVersion,
  onSent?: (bytes: number) => void,
): Promise<PushAnswer> {
  const json: UploadRequest = { generation, id, base, size: body.length, wrappedKey };
  const started = await requestLibrary<UploadStarted>(transport, '/uploads', {
    method: 'POST',
    json,
  });
  const path = `/uploads/${started.upload}`;
  try {
    for (let n = 1; n <= started.parts; n++) {
      const end = Math.min(n * started.partLength, body.length);
      const bytes = new Blob([body.subarray((n - 1) * started.partLength, end)]);
      const options = { method: 'PUT', bytes } as const;
      await retry(() => transport.request(`${LIBRARY_PATH}${path}/parts/${n}`, options));
      onSent?.(end);
    }
  } catch (error) {
    // Its room is given back; where that fails too, the server does it within a day.
    await transport.request(LIBRARY_PATH + path, { method: 'DELETE' }).catch(() => {});
    throw error;
  }
  return retry(() => requestLibrary(transport, `${path}/complete`, { method: 'POST' }));
}
