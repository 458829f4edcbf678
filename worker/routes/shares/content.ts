import { Hono } from 'hono';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { parseRange } from '../../http/parse-range.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { readShareId, readTicketHash } from '../../http/read-params.ts';
import { type ByteRange, openContent } from '../../storage/content.ts';

/** The sealed content, whole or one range of it, for who holds a ticket. */
export const contentRoutes = new Hono<AppEnv>().get('/:id/content', async (c) => {
  const id = readShareId(c).text;
  const ticketHash = await readTicketHash(c);
  const share = c.env.SHARES.getByName(id);
  const stored = readOutcome(await share.useTicket(ticketHash));
  const total = stored.contentLength;
  const range = parseRange(c.req.header('range'), total);
  if (range === 'unsatisfiable') {
    throw new ApiError('range-not-satisfiable', {}, { 'Content-Range': `bytes */${total}` });
  }
  const body =
    stored.content === null
      ? await openContent(c.env.CONTENT, id, range)
      : cut(stored.content, range);
  if (body === null) {
    // Deleted since the ticket was looked at: by now the share can say why.
    readOutcome(await share.useTicket(ticketHash));
    throw new ApiError('unavailable', { part: 'content' });
  }
  const headers = {
    'Accept-Ranges': 'bytes',
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(range?.length ?? total),
  };
  if (range === null) return c.body(body, 200, headers);
  const { offset, length } = range;
  return c.body(body, 206, {
    ...headers,
    'Content-Range': `bytes ${offset}-${offset + length - 1}/${total}`,
  });
});

function cut(content: Bytes, range: ByteRange | null): Bytes {
  return range === null ? content : content.subarray(range.offset, range.offset + range.length);
}
