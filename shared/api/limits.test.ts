import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { envelopeLength } from '../crypto/envelope.ts';
import {
  INLINE_CONTENT_MAX_BYTES,
  META_MAX_BYTES,
  META_MIN_BYTES,
  WRAPPED_KEY_BYTES,
} from './limits.ts';

test('the limits of envelopes are what the format makes of what they hold', () => {
  expect(WRAPPED_KEY_BYTES).toBe(envelopeLength('wrap', 32));
  expect(META_MIN_BYTES).toBe(envelopeLength('meta', 1));
  expect(META_MAX_BYTES).toBe(envelopeLength('meta', 64 * 1024));
  expect(INLINE_CONTENT_MAX_BYTES).toBe(64 * 1024);
});

test('wrangler.toml states the longest content for guests twice, in agreement', async () => {
  const toml = await readFile(new URL('../../wrangler.toml', import.meta.url), 'utf8');
  const variable = (name: string): number =>
    Number(new RegExp(`^${name} = ([\\d_]+)$`, 'm').exec(toml)?.[1]?.replaceAll('_', ''));
  expect(variable('GUEST_MAX_ENVELOPE_BYTES')).toBe(
    envelopeLength('content', variable('GUEST_MAX_ITEM_BYTES')),
  );
});
