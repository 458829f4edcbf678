import type * as z from 'zod';
import { cutBodies, decodeFrames } from '../../shared/api/frames.ts';
import type { Bytes } from '../../shared/crypto/bytes.ts';
import { invalidRequest } from './api-error.ts';
import type { AppContext } from './app-env.ts';
import { checkSchema, readBounded, requireContentType } from './read-body.ts';

/**
 * A body that is JSON and sealed bytes: the JSON, checked, and the bytes cut into pieces as long as it says.
 * @throws {ApiError} 415, 413 above `limit` bytes, 400
 */
export async function readFrames<Schema extends z.ZodType<{ items: { size: number }[] }>>(
  c: AppContext,
  schema: Schema,
  limit: number,
): Promise<{ header: z.output<Schema>; bodies: readonly Bytes[] }> {
  requireContentType(c, 'application/octet-stream');
  const body = await readBounded(c.req.raw, limit);
  const frames = orInvalid('', () => decodeFrames(body));
  const header = checkSchema(schema, frames.header);
  const sizes = header.items.map(({ size }) => size);
  return { header, bodies: orInvalid('items', () => cutBodies(frames.rest, sizes)) };
}

function orInvalid<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw invalidRequest(path);
  }
}
