import type * as z from 'zod';
import type { Bytes } from '../../shared/crypto/bytes.ts';
import { ApiError, invalidRequest } from './api-error.ts';
import type { AppContext } from './app-env.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The request's JSON, checked and decoded by `schema`.
 * @throws {ApiError} 415, 413 above `limit` bytes, 400 with the path of the first wrong field
 */
export async function readJson<Schema extends z.ZodType>(
  c: AppContext,
  schema: Schema,
  limit: number,
): Promise<z.output<Schema>> {
  requireContentType(c, 'application/json');
  const body = await readBounded(c.req.raw, limit);
  return checkSchema(schema, parseJson(body));
}

/** @throws {ApiError} 400 with the path of the first wrong field */
export function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidRequest(firstPath(result.error));
}

export function requireContentType(c: AppContext, type: string): void {
  const given = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (given !== type) throw new ApiError('unsupported-media-type');
}

/** Reads no more than `limit` bytes and one, in one turn, whatever `Content-Length` says. */
export async function readBounded(request: Request, limit: number): Promise<Bytes> {
  const announced = Number(request.headers.get('content-length') ?? limit);
  if (announced > limit) throw new ApiError('too-large', { limit });
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader({ mode: 'byob' });
  try {
    const room = (announced >= 0 ? announced : limit) + 1;
    const { value } = await reader.readAtLeast(room, new Uint8Array(room));
    if (value === undefined || value.length < room) return value ?? new Uint8Array();
    throw new ApiError('too-large', { limit }); // the rest is left to `discardRefusedBody`
  } finally {
    reader.releaseLock();
  }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    throw invalidRequest('');
  }
}

function firstPath({ issues: [issue] }: z.ZodError): string {
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...extra].join('.');
}
