import { Hono } from 'hono';
import type { CompleteAnswer } from '../../../shared/api/contract.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { requireContentType } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { readShareId, readTokenHash } from '../../http/read-params.ts';
import { timeText } from '../../http/time-text.ts';
import { uploadPart } from '../../storage/content.ts';

/** Content above 64 KiB, part by part. */
export const uploadRoutes = new Hono<AppEnv>()
  .put('/:id/parts/:n', async (c) => {
    const id = readShareId(c).text;
    const ownerHash = await readTokenHash(c);
    requireContentType(c, 'application/octet-stream');
    const n = readPartNumber(c.req.param('n'));
    const share = c.env.SHARES.getByName(id);
    const plan = readOutcome(await share.beginPart(ownerHash, n));
    const declared = c.req.header('content-length') ?? plan.length;
    const body = c.req.raw.body;
    if (Number(declared) !== plan.length || body === null) throw new ApiError('wrong-part-length');
    const part = { id, n, uploadId: plan.uploadId, length: plan.length };
    const etag = await uploadPart(c.env.CONTENT, part, body).catch(async (error) => {
      // The upload may have ended meanwhile: then the share says why.
      readOutcome(await share.beginPart(ownerHash, n));
      throw error;
    });
    if (etag === null) throw new ApiError('wrong-part-length');
    readOutcome(await share.recordPart(ownerHash, n, etag));
    return c.body(null, 204);
  })
  .post('/:id/complete', async (c) => {
    const id = readShareId(c).text;
    const ownerHash = await readTokenHash(c);
    const completed = readOutcome(await c.env.SHARES.getByName(id).complete(ownerHash));
    const { expiresAt, remaining } = completed;
    return c.json({ expiresAt: timeText(expiresAt), remaining } satisfies CompleteAnswer);
  });

function readPartNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw invalidRequest('n');
  return Number(text);
}
