import { encodeBase64url } from '../../crypto/base64url.ts';
import type { ErrorCode } from '../errors.ts';
import { ApiError, UnreachableError } from './api-error.ts';

/** What requests ask of it: a part of what `fetch` takes, in any runtime. */
interface SendInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body: Blob | string | null;
  readonly signal: AbortSignal | null;
  readonly credentials: 'omit';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
}

/** The part of `fetch` that requests need. */
export type Send = (url: string, init: SendInit) => Promise<Response>;

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Owner token or ticket, 32 bytes, or an access token as it came. */
  readonly bearer?: Uint8Array | string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** As a blob: plain bytes are copied for each try, and told to each debugger that listens. */
  readonly bytes?: Blob;
  readonly range?: { readonly first: number; readonly last: number };
  readonly signal?: AbortSignal | undefined;
  /** In place of `fetch`. */
  readonly send?: Send;
}

/** The path of a share's own resource. */
export function sharePath(id: Uint8Array, rest = ''): string {
  return `/api/v1/shares/${encodeBase64url(id)}${rest}`;
}

/**
 * One request, no retry.
 * @throws {ApiError} an error of the protocol's table
 * @throws {UnreachableError} no answer, or one that is not of this protocol
 */
export async function request(
  origin: string,
  path: string,
  options: RequestOptions = {},
): Promise<Response> {
  const { method = 'GET', bearer, json, bytes, range, signal, send = fetch } = options;
  const headers = new Headers();
  if (bearer) headers.set('authorization', `Bearer ${bearerText(bearer)}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (bytes) headers.set('content-type', 'application/octet-stream');
  if (range) headers.set('range', `bytes=${range.first}-${range.last}`);
  const body = bytes ?? (json === undefined ? null : JSON.stringify(json));
  let response: Response;
  try {
    response = await send(origin + path, {
      method,
      headers,
      body,
      signal: signal ?? null,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new UnreachableError(error);
  }
  if (!response.ok) throw await readError(response);
  return response;
}

/** As `request`, for an answer in JSON. */
export async function requestJson<Answer>(
  origin: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await request(origin, path, options);
  try {
    return (await response.json()) as Answer;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new UnreachableError(error);
  }
}

function bearerText(bearer: Uint8Array | string): string {
  return typeof bearer === 'string' ? bearer : encodeBase64url(bearer);
}

async function readError(response: Response): Promise<ApiError | UnreachableError> {
  try {
    const { error } = (await response.json()) as { error: { code: ErrorCode; message: string } };
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return new ApiError(response.status, error, Number.isFinite(seconds) ? seconds : undefined);
  } catch (cause) {
    return new UnreachableError(cause);
  }
}
