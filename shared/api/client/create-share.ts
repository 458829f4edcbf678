import { encodeBase64url } from '../../crypto/base64url.ts';
import { ByteQueue } from '../../crypto/byte-queue.ts';
import type { Bytes } from '../../crypto/bytes.ts';
import type { SealedShare } from '../../crypto/share.ts';
import type {
  CompleteAnswer,
  CreatedAnswer,
  CreateShareRequest,
  UploadAnswer,
} from '../contract.ts';
import { INLINE_CONTENT_MAX_BYTES } from '../limits.ts';
import { request, requestJson, sharePath } from './request.ts';
import { retry } from './retry.ts';
import { sendWithProgress } from './send-with-progress.ts';

export type SharePolicy = CreateShareRequest['policy'];

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /**
   * Called with the bytes of ciphertext sent so far, of `SealedShare.contentLength`. Goes back to what the
   * server has for certain where a part has to be sent again.
   */
  readonly onProgress?: (bytes: number) => void;
}

/** The creation of one share, which may be run again after it failed, and goes on where it stopped. */
export interface ShareUpload {
  /** @throws {ApiError | UnreachableError} after retries of its own; nothing is lost: run it again */
  run(options?: UploadOptions): Promise<CompleteAnswer>;
}

/** Prepares to create `sealed` on the server at `origin`. Holds at most one part of 8 MiB beside the input. */
export function prepareUpload(
  origin: string,
  sealed: SealedShare,
  policy: SharePolicy,
): ShareUpload {
  return sealed.contentLength <= INLINE_CONTENT_MAX_BYTES
    ? inlineUpload(origin, sealed, policy)
    : multipartUpload(origin, sealed, policy);
}

function createFields(sealed: SealedShare, policy: SharePolicy): CreateShareRequest {
  return {
    id: encodeBase64url(sealed.link.id),
    probeHash: encodeBase64url(sealed.probeHash),
    viewHash: encodeBase64url(sealed.viewHash),
    ownerHash: encodeBase64url(sealed.ownerHash),
    policy,
    wrappedKey: encodeBase64url(sealed.wrappedKey),
    meta: encodeBase64url(sealed.meta),
  };
}

function create<Answer>(
  origin: string,
  json: CreateShareRequest,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const options = { method: 'POST', json, signal } as const;
  return retry(() => requestJson<Answer>(origin, '/api/v1/shares', options), signal);
}

function inlineUpload(origin: string, sealed: SealedShare, policy: SharePolicy): ShareUpload {
  // Kept, so that a second run sends the same values and is answered as the first.
  let content: Bytes | undefined;
  return {
    async run({ signal, onProgress } = {}) {
      content ??= new Uint8Array(await new Response(sealed.sealContent()).arrayBuffer());
      const fields = { ...createFields(sealed, policy), content: encodeBase64url(content) };
      const created = await create<CreatedAnswer>(origin, fields, signal);
      onProgress?.(sealed.contentLength);
      return created;
    },
  };
}

function multipartUpload(origin: string, sealed: SealedShare, policy: SharePolicy): ShareUpload {
  const { contentLength, link, ownerToken } = sealed;
  const sealing = sealed.sealContent().getReader();
  // Read by hand, since a stream that failed once must fail again in the next run.
  const queue = new ByteQueue({
    [Symbol.asyncIterator]: () => ({ next: () => readNext(sealing) }),
  });
  let part: Blob | undefined; // sealed, not yet with the server
  let partsDone = 0;
  return {
    async run({ signal, onProgress } = {}) {
      const fields = { ...createFields(sealed, policy), contentLength };
      const { upload } = await create<UploadAnswer>(origin, fields, signal);
      while (partsDone < upload.parts) {
        part ??= new Blob([await queue.read(upload.partLength)]);
        const path = sharePath(link.id, `/parts/${partsDone + 1}`);
        const done = partsDone * upload.partLength;
        const send = sendWithProgress((bytes) => onProgress?.(done + bytes));
        const options = { method: 'PUT', bearer: ownerToken, bytes: part, signal, send } as const;
        await retry(() => {
          onProgress?.(done);
          return request(origin, path, options);
        }, signal);
        partsDone++;
        part = undefined;
      }
      onProgress?.(contentLength);
      const complete = { method: 'POST', bearer: ownerToken, signal } as const;
      return retry(
        () => requestJson<CompleteAnswer>(origin, sharePath(link.id, '/complete'), complete),
        signal,
      );
    },
  };
}

async function readNext(
  reader: ReadableStreamDefaultReader<Bytes>,
): Promise<IteratorResult<Bytes, undefined>> {
  const { done, value } = await reader.read();
  return done ? { done, value: undefined } : { done, value };
}
