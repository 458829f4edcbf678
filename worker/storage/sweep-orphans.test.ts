import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { LARGE_LENGTH, makeShare } from '../tests/support/make-share.ts';
import { sweepOrphans } from './sweep-orphans.ts';

const HOUR_MS = 3_600_000;

test('deletes what no share knows of, after an hour, and nothing else', async () => {
  const share = await makeShare({ contentLength: LARGE_LENGTH });
  const orphans = Array.from({ length: 20 }, () => encodeBase64url(randomBytes(16)));
  for (const key of orphans) await env.CONTENT.put(key, 'left by a crash');
  await sweepOrphans(env, Date.now() + HOUR_MS - 60_000);
  for (const key of orphans) expect(await env.CONTENT.head(key)).not.toBeNull();
  await sweepOrphans(env, Date.now() + HOUR_MS + 1);
  for (const key of orphans) expect(await env.CONTENT.head(key)).toBeNull();
  expect(await env.CONTENT.head(share.id)).not.toBeNull();
});
