import { Hono } from 'hono';
import {
  type EventsAnswer,
  narrowShareRequest,
  type ShareStatus,
} from '../../../shared/api/contract.ts';
import type { OwnedShare } from '../../durable-objects/share/owning.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { readShareId, readTokenHash } from '../../http/read-params.ts';
import { timeText } from '../../http/time-text.ts';
import { visitorOf } from '../../http/visitor.ts';

const NARROW_MAX_BYTES = 4096;

/** What a share's creator may see and do. */
export const ownRoutes = new Hono<AppEnv>()
  .get('/:id', async (c) => {
    const id = readShareId(c).text;
    const ownerHash = await readTokenHash(c);
    return c.json(toStatus(readOutcome(await c.env.SHARES.getByName(id).status(ownerHash))));
  })
  .patch('/:id', async (c) => {
    const id = readShareId(c);
    const ownerHash = await readTokenHash(c);
    const change = await readJson(c, narrowShareRequest, NARROW_MAX_BYTES);
    const visitor = await visitorOf(c, id.bytes);
    const share = c.env.SHARES.getByName(id.text);
    return c.json(toStatus(readOutcome(await share.narrow(ownerHash, change, visitor))));
  })
  .delete('/:id', async (c) => {
    const id = readShareId(c);
    const ownerHash = await readTokenHash(c);
    const visitor = await visitorOf(c, id.bytes);
    readOutcome(await c.env.SHARES.getByName(id.text).revoke(ownerHash, visitor));
    return c.body(null, 204);
  })
  .get('/:id/events', async (c) => {
    const id = readShareId(c).text;
    const ownerHash = await readTokenHash(c);
    const { events } = readOutcome(await c.env.SHARES.getByName(id).events(ownerHash));
    return c.json({
      events: events.map((event) => ({ ...event, at: timeText(event.at) })),
    } satisfies EventsAnswer);
  });

function toStatus(share: OwnedShare): ShareStatus {
  const { state, views, remaining, createdAt, expiresAt, contentLength } = share;
  return {
    state,
    views,
    remaining,
    createdAt: timeText(createdAt),
    expiresAt: timeText(expiresAt),
    contentLength,
  };
}
