import { exports } from 'cloudflare:workers';

export const ORIGIN = 'https://inkseal.test';

export interface CallOptions {
  readonly method?: string;
  /** Sent as JSON; `bytes` goes out as it is. */
  readonly json?: unknown;
  readonly bytes?: BodyInit;
  /** Owner token or ticket. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Client address; a fresh one for every call unless told, so that no limit is met by chance. */
  readonly address?: string;
}

let calls = 0;

/** An address that nobody used before. */
export function freshAddress(): string {
  calls++;
  return `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;
}

/** One request to the Worker over HTTP. */
export function call(path: string, options: CallOptions = {}): Promise<Response> {
  const { json, bytes, token, address = freshAddress() } = options;
  const body = json === undefined ? bytes : JSON.stringify(json);
  const headers = new Headers({ 'cf-connecting-ip': address });
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (bytes !== undefined) headers.set('content-type', 'application/octet-stream');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const method = options.method ?? (body === undefined ? 'GET' : 'POST');
  return exports.default.fetch(`${ORIGIN}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
}

/** Status and JSON of one request. */
export async function ask(
  path: string,
  options: CallOptions = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const answer = await call(path, options);
  const text = await answer.text();
  return {
    status: answer.status,
    body: text === '' ? null : JSON.parse(text),
    headers: answer.headers,
  };
}
