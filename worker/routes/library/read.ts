import { Hono } from 'hono';
import type {
  ChangesAnswer,
  ItemChange,
  KeysAnswer,
  LibraryAnswer,
  VersionsAnswer,
} from '../../../shared/api/contract/library.ts';
import { PAGE_MAX_LINES } from '../../../shared/api/library-limits.ts';
import {
  type ChangedItem,
  listKeys,
  listVersions,
  measureLibrary,
  readChanges,
} from '../../database/library/read-library.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { timeText } from '../../http/time-text.ts';
import { readItemId } from './read-item-id.ts';
import { accountOf, vaultOf } from './vault-of.ts';

/** What the index tells its account. */
export const readRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const accountId = accountOf(c);
    const { items, bytes, sequence } = await measureLibrary(c.env.DB, accountId);
    const { used } = await vaultOf(c).usage({ accountId, bytes });
    const limit = c.env.LIBRARY_QUOTA_BYTES;
    return c.json({ used, limit, items, sequence } satisfies LibraryAnswer);
  })
  .get('/changes', async (c) => {
    const since = readCount(c.req.query('since') ?? '0', 'since');
    const page = await readChanges(c.env.DB, accountOf(c), since, PAGE_MAX_LINES);
    const more = page.changes.length === PAGE_MAX_LINES;
    return c.json({
      changes: page.changes.map(describeChange),
      sequence: page.changes.at(-1)?.sequence ?? page.sequence,
      more,
      forgotten: page.forgotten,
    } satisfies ChangesAnswer);
  })
  .get('/items/:id/versions', async (c) => {
    const lines = await listVersions(c.env.DB, accountOf(c), readItemId(c));
    if (lines.length === 0) throw new ApiError('item-not-found');
    const versions = lines.map(({ version, size, createdAt, wrappedKey }) => ({
      version,
      size,
      createdAt: timeText(createdAt),
      wrappedKey,
    }));
    return c.json({ versions } satisfies VersionsAnswer);
  })
  .get('/keys', async (c) => {
    const [id = '', version = '0'] = (c.req.query('after') ?? '').split('.');
    const after = { id, version: readCount(version, 'after') };
    const keys = await listKeys(c.env.DB, accountOf(c), after, PAGE_MAX_LINES);
    const last = keys.length === PAGE_MAX_LINES ? keys.at(-1) : undefined;
    return c.json({
      keys: [...keys],
      ...(last && { after: `${last.id}.${last.version}` }),
    } satisfies KeysAnswer);
  });

function describeChange(item: ChangedItem): ItemChange {
  const { id, version, sequence, size, wrappedKey, updatedAt, binnedAt, deletedAt } = item;
  return {
    id,
    version,
    sequence,
    deleted: deletedAt !== null,
    size: size ?? 0,
    updatedAt: timeText(updatedAt),
    ...(binnedAt !== null && { binnedAt: timeText(binnedAt) }),
    ...(wrappedKey !== null && { wrappedKey }),
  };
}

function readCount(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw invalidRequest(name);
  return Number(text);
}
