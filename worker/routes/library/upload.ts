import { Hono } from 'hono';
import {
  type PushAnswer,
  type UploadStarted,
  uploadRequest,
} from '../../../shared/api/contract/library.ts';
import { PART_BYTES } from '../../../shared/api/limits.ts';
import { keepVersions } from '../../database/library/keep-versions.ts';
import { findBlob, readGeneration } from '../../database/library/read-library.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson, requireContentType } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { uploadPart } from '../../storage/content.ts';
import { deleteBlobs, libraryKey } from '../../storage/library.ts';
import { abortUpload } from '../../storage/multipart.ts';
import { readItemId } from './read-item-id.ts';
import { accountOf, vaultOf } from './vault-of.ts';

const REQUEST_MAX_BYTES = 4 * 1024;

/** One long body, part by part. Its room is held from the start on, and given back where it does not come about. */
export const uploadRoutes = new Hono<AppEnv>()
  .post('/uploads', async (c) => {
    const request = await readJson(c, uploadRequest, REQUEST_MAX_BYTES);
    const { generation, id, base, size, wrappedKey } = request;
    const accountId = accountOf(c);
    // Looked at again in the end; here so that nobody sends much for nothing.
    if (generation !== (await readGeneration(c.env.DB, accountId))) {
      throw new ApiError('user-key-renewed');
    }
    const vault = vaultOf(c);
    const limit = c.env.LIBRARY_QUOTA_BYTES;
    const { token } = readOutcome(await vault.reserveUpload(accountId, size, limit));
    const { uploadId } = await c.env.LIBRARY.createMultipartUpload(libraryKey(accountId, token));
    await vault.addUpload(token, { itemId: id, generation, base, size, wrappedKey, uploadId });
    const parts = Math.ceil(size / PART_BYTES);
    return c.json({ upload: token, partLength: PART_BYTES, parts } satisfies UploadStarted, 201);
  })
  .put('/uploads/:upload/parts/:n', async (c) => {
    const token = readItemId(c, 'upload');
    requireContentType(c, 'application/octet-stream');
    const n = readPartNumber(c.req.param('n'));
    const vault = vaultOf(c);
    const plan = readOutcome(await vault.beginPart(token, n));
    const declared = c.req.header('content-length') ?? plan.length;
    const body = c.req.raw.body;
    if (Number(declared) !== plan.length || body === null) throw new ApiError('wrong-part-length');
    const id = libraryKey(accountOf(c), token);
    const part = { id, n, uploadId: plan.uploadId, length: plan.length };
    const etag = await uploadPart(c.env.LIBRARY, part, body);
    if (etag === null) throw new ApiError('wrong-part-length');
    readOutcome(await vault.recordPart(token, n, etag));
    return c.body(null, 204);
  })
  .post('/uploads/:upload/complete', async (c) => {
    const token = readItemId(c, 'upload');
    const accountId = accountOf(c);
    const vault = vaultOf(c);
    const limit = c.env.LIBRARY_QUOTA_BYTES;
    const earlier = await findBlob(c.env.DB, accountId, token);
    if (earlier) {
      const { id, version, sequence } = earlier;
      const { used } = await vault.usage();
      const items = [{ id, kept: true, version }];
      return c.json({ items, sequence, used, limit } satisfies PushAnswer);
    }
    const { upload, parts } = readOutcome(await vault.planCompletion(token));
    const { itemId: id, generation, base, size, wrappedKey, uploadId } = upload;
    const key = libraryKey(accountId, token);
    await c.env.LIBRARY.resumeMultipartUpload(key, uploadId)
      .complete(parts)
      .catch(async (error: unknown) => {
        // An earlier attempt may have completed it and died before it was written down.
        if ((await c.env.LIBRARY.head(key))?.size !== size) throw error;
      });
    const versions = [{ id, base, size, wrappedKey, blob: token }];
    const kept = await keepVersions(c.env.DB, { accountId, generation, versions }, Date.now());
    const isKept = kept.items[0]?.done === true;
    const { used } = await vault.settle(token, {
      added: isKept ? size : 0,
      freed: kept.dropped.reduce((sum, dropped) => sum + dropped.size, 0),
      ...(isKept && { sequence: kept.sequence }),
    });
    const unused = kept.dropped.map(({ blob }) => blob);
    if (!isKept) unused.push(token);
    if (unused.length > 0) await deleteBlobs(c.env.LIBRARY, accountId, unused);
    if (kept.isStale) throw new ApiError('user-key-renewed');
    const items = kept.items.map(({ id, done, version }) => ({ id, kept: done, version }));
    return c.json({ items, sequence: kept.sequence, used, limit } satisfies PushAnswer);
  })
  .delete('/uploads/:upload', async (c) => {
    const token = readItemId(c, 'upload');
    const vault = vaultOf(c);
    const upload = await vault.dropUpload(token);
    if (upload !== null) {
      await abortUpload(c.env.LIBRARY, libraryKey(accountOf(c), token), upload.uploadId);
    }
    return c.body(null, 204);
  });

function readPartNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw invalidRequest('n');
  return Number(text);
}
