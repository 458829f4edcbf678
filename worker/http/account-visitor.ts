import { decodeBase64url } from '../../shared/crypto/base64url.ts';
import type { ObjectId } from '../../shared/crypto/brand.ts';
import type { AccountVisitor } from '../database/accounts/audit.ts';
import type { AppContext } from './app-env.ts';
import { visitorOf } from './visitor.ts';

const COUNTRY = /^[A-Z]{2}$/;

/**
 * Who asks, as the log of an account may know it.
 * @param accountId 16 bytes in base64url
 */
export async function accountVisitorOf(c: AppContext, accountId: string): Promise<AccountVisitor> {
  const visitor = await visitorOf(c, decodeBase64url(accountId) as ObjectId);
  const country = c.req.raw.cf?.country;
  return {
    ...visitor,
    country: typeof country === 'string' && COUNTRY.test(country) ? country : '',
  };
}
