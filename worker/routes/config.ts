import { Hono } from 'hono';
import type { ConfigAnswer } from '../../shared/api/contract.ts';
import {
  INLINE_CONTENT_MAX_BYTES,
  MAX_WRONG_VIEWS,
  META_MAX_BYTES,
  META_MIN_BYTES,
  PART_BYTES,
  PROTOCOL_VERSION,
  RANGE_MAX_BYTES,
  REPORT_REASON_MAX_CHARACTERS,
  SERVER_NAME,
  WRAPPED_KEY_BYTES,
} from '../../shared/api/limits.ts';
import type { Env } from '../bindings.ts';
import type { AppEnv } from '../http/app-env.ts';
import { providerHost } from '../oidc/provider.ts';

export const configRoutes = new Hono<AppEnv>().get('/', (c) => c.json(describeLimits(c.env)));

function describeLimits(env: Env): ConfigAnswer {
  return {
    name: SERVER_NAME,
    protocol: PROTOCOL_VERSION,
    views: { min: 1, max: env.MAX_VIEWS },
    expiresInSeconds: {
      min: env.MIN_EXPIRY_SECONDS,
      max: env.MAX_EXPIRY_SECONDS,
      maxLarge: env.GUEST_MAX_LARGE_EXPIRY_SECONDS,
    },
    content: {
      inlineBytes: INLINE_CONTENT_MAX_BYTES,
      itemBytes: env.GUEST_MAX_ITEM_BYTES,
      envelopeBytes: env.GUEST_MAX_ENVELOPE_BYTES,
      partBytes: PART_BYTES,
      rangeBytes: RANGE_MAX_BYTES,
      dailyBytes: env.GUEST_DAILY_BYTES,
    },
    metaBytes: { min: META_MIN_BYTES, max: META_MAX_BYTES },
    wrappedKeyBytes: WRAPPED_KEY_BYTES,
    wrongViews: MAX_WRONG_VIEWS,
    reportCharacters: REPORT_REASON_MAX_CHARACTERS,
    identityProvider: providerHost(env),
  };
}
