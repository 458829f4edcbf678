import { Hono } from 'hono';
import { type PullHeader, pullRequest } from '../../../shared/api/contract/library.ts';
import { encodeFrames } from '../../../shared/api/frames.ts';
import { BATCH_MAX_BYTES } from '../../../shared/api/library-limits.ts';
import { findVersions, type StoredVersion } from '../../database/library/read-library.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { parseRange } from '../../http/parse-range.ts';
import { readJson } from '../../http/read-body.ts';
import { libraryKey } from '../../storage/library.ts';
import { readItemId } from './read-item-id.ts';
import { accountOf } from './vault-of.ts';

const REQUEST_MAX_BYTES = 16 * 1024;

/** Sealed bodies: many small ones at once, or one in ranges. */
export const pullRoutes = new Hono<AppEnv>()
  .post('/pull', async (c) => {
    const { items: named } = await readJson(c, pullRequest, REQUEST_MAX_BYTES);
    const accountId = accountOf(c);
    const found = takeWhatFits(await findVersions(c.env.DB, accountId, named));
    const bodies = await Promise.all(
      found.map(async ({ blob }) => {
        const object = await c.env.LIBRARY.get(libraryKey(accountId, blob));
        return object && new Uint8Array(await object.arrayBuffer());
      }),
    );
    // Deleted since the index was asked.
    const there = found.filter((_, at) => bodies[at]);
    const header: PullHeader = {
      items: there.map(({ id, version, size }) => ({ id, version, size })),
    };
    const frames = encodeFrames(
      header,
      bodies.filter((body) => body !== null),
    );
    return c.body(frames, 200, { 'Content-Type': 'application/octet-stream' });
  })
  .get('/items/:id/versions/:version', async (c) => {
    const id = readItemId(c);
    const version = readVersion(c.req.param('version'));
    const accountId = accountOf(c);
    const [stored] = await findVersions(c.env.DB, accountId, [{ id, version }]);
    if (!stored) throw new ApiError('item-not-found');
    const range = parseRange(c.req.header('range'), stored.size);
    if (range === 'unsatisfiable') {
      throw new ApiError(
        'range-not-satisfiable',
        {},
        { 'Content-Range': `bytes */${stored.size}` },
      );
    }
    const key = libraryKey(accountId, stored.blob);
    const object = await c.env.LIBRARY.get(key, range === null ? {} : { range });
    if (object === null) throw new ApiError('item-not-found');
    const headers = {
      'Accept-Ranges': 'bytes',
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(range?.length ?? stored.size),
    };
    if (range === null) return c.body(object.body, 200, headers);
    const { offset, length } = range;
    return c.body(object.body, 206, {
      ...headers,
      'Content-Range': `bytes ${offset}-${offset + length - 1}/${stored.size}`,
    });
  });

function takeWhatFits(found: readonly StoredVersion[]): readonly StoredVersion[] {
  let bytes = 0;
  return found.filter(({ size }) => {
    if (bytes + size > BATCH_MAX_BYTES) return false;
    bytes += size;
    return true;
  });
}

function readVersion(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw invalidRequest('version');
  return Number(text);
}
