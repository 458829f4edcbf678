import { decodeBase64url } from '../../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../../shared/crypto/brand.ts';
import { invalidRequest } from '../../http/api-error.ts';
import type { AppContext } from '../../http/app-env.ts';

/** @throws {ApiError} 400 where the path's `name` is no id of 16 bytes */
export function readItemId(c: AppContext, name = 'id'): string {
  const text = c.req.param(name) ?? '';
  try {
    decodeBase64url(text, OBJECT_ID_BYTES);
    return text;
  } catch {
    throw invalidRequest(name);
  }
}
