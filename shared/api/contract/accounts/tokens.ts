import * as z from 'zod';
import { NONCE_BYTES } from '../../../crypto/brand.ts';
import { REFRESH_TOKEN_BYTES } from '../../account-limits.ts';
import { bytesField, bytesText, idText, timeText } from '../fields.ts';

/** What signing in, signing up, recovering and refreshing answer. */
export const tokensAnswer = z.object({
  accountId: idText,
  sessionId: idText,
  /** ES256 JWT, good for 15 minutes. */
  accessToken: z.string(),
  accessExpiresAt: timeText,
  /** Family and turn, 32 bytes each. Each use gives a new turn; an old one used again ends the session. */
  refreshToken: bytesText(REFRESH_TOKEN_BYTES),
});
export type TokensAnswer = z.infer<typeof tokensAnswer>;

/**
 * `POST /api/v1/tokens/refresh`. `nonce` is 16 random bytes that the client chose when it got the token and keeps
 * beside it: the same token with the same nonce is answered with the same new token until that one is used, so that
 * a lost answer, or two pages that refresh at once, lose nothing. Without the nonce an old token is good for nothing.
 */
export const refreshRequest = z.strictObject({
  refreshToken: bytesField(REFRESH_TOKEN_BYTES),
  nonce: bytesField(NONCE_BYTES),
});
export type RefreshRequest = z.input<typeof refreshRequest>;

/** `GET /api/v1/jwks`: the public keys of access tokens (RFC 7517), newest first. */
export const jwksAnswer = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      alg: z.literal('ES256'),
      use: z.literal('sig'),
    }),
  ),
});
export type JwksAnswer = z.infer<typeof jwksAnswer>;
