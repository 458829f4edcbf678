import { Hono } from 'hono';
import {
  type ClaimAnswer,
  claimShareRequest,
  type OpenAnswer,
  openShareRequest,
} from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { deriveTicket } from '../../../shared/crypto/share-id.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { readShareId, readTicketHash } from '../../http/read-params.ts';
import { timeText } from '../../http/time-text.ts';
import { visitorOf } from '../../http/visitor.ts';

const READ_MAX_BYTES = 4096;

/** What readers ask before they hold content: open takes nothing, claim takes one view. */
export const readRoutes = new Hono<AppEnv>()
  .post('/:id/open', limitRate('OPEN_LIMIT'), async (c) => {
    const { probe } = await readJson(c, openShareRequest, READ_MAX_BYTES);
    const id = readShareId(c);
    const share = c.env.SHARES.getByName(id.text);
    const opened = readOutcome(await share.open(await sha256(probe), await visitorOf(c, id.bytes)));
    return c.json({
      remaining: opened.remaining,
      views: opened.views,
      expiresAt: timeText(opened.expiresAt),
      contentLength: opened.contentLength,
    } satisfies OpenAnswer);
  })
  .post('/:id/claim', limitRate('OPEN_LIMIT'), async (c) => {
    const { probe, view, nonce } = await readJson(c, claimShareRequest, READ_MAX_BYTES);
    const id = readShareId(c);
    const [probeHash, viewHash, ticket, visitor] = await Promise.all([
      sha256(probe),
      sha256(view),
      deriveTicket(id.bytes, view, nonce),
      visitorOf(c, id.bytes),
    ]);
    const ticketHash = encodeBase64url(await sha256(ticket));
    const hashes = { probeHash, viewHash, ticketHash };
    const claimed = readOutcome(await c.env.SHARES.getByName(id.text).claim(hashes, visitor));
    const { wrappedKey, meta, content, contentLength, remaining } = claimed;
    return c.json({
      wrappedKey: encodeBase64url(wrappedKey),
      meta: encodeBase64url(meta),
      contentLength,
      remaining,
      ticket: encodeBase64url(ticket),
      ...(content === null ? {} : { content: encodeBase64url(content) }),
    } satisfies ClaimAnswer);
  })
  .post('/:id/ack', async (c) => {
    const id = readShareId(c);
    const ticketHash = await readTicketHash(c);
    const share = c.env.SHARES.getByName(id.text);
    readOutcome(await share.acknowledge(ticketHash, await visitorOf(c, id.bytes)));
    return c.body(null, 204);
  });
