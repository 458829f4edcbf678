import { createExecutionContext } from 'cloudflare:test';
import { vi } from 'vitest';
import worker from '../../index.ts';
import { freshAddress, ORIGIN } from './call-api.ts';
import { countingEnv, takeCounts } from './count-calls.ts';

type Counts = Readonly<Record<string, number>>;

export interface MeasureOptions {
  readonly json?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the server, in place of its own. */
  readonly secrets?: object;
}

export interface Measured {
  readonly status: number;
  readonly text: string;
  readonly counts: Counts;
}

/** One request, as `METHOD /path`, and what it cost until it was answered. Mail is sent after that. */
export async function measureRequest(
  route: string,
  { json, bytes, token, headers: more = {}, secrets = {} }: MeasureOptions = {},
): Promise<Measured> {
  const [method = '', path = ''] = route.split(' ');
  const headers = new Headers({ 'cf-connecting-ip': freshAddress(), ...more });
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (bytes !== undefined) headers.set('content-type', 'application/octet-stream');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const body = json === undefined ? (bytes ?? null) : JSON.stringify(json);
  const request = new Request(`${ORIGIN}/api/v1${path}`, { method, headers, body });
  takeCounts();
  const context = createExecutionContext();
  vi.spyOn(context, 'waitUntil').mockImplementation((job) => void job.catch(() => {}));
  const answer = await worker.fetch(request, countingEnv({ SMTP_URL: '', ...secrets }), context);
  const text = await answer.text();
  return { status: answer.status, text, counts: takeCounts() };
}

/**
 * Statements of D1 and their round trips (a batch is one), calls of Durable Objects, calls of R2 where there are some,
 * and calls of WebCrypto.
 */
export function describeCost(counts: Counts): string {
  const of = (prefix: string) => Object.entries(counts).filter(([name]) => name.startsWith(prefix));
  const sum = (prefix: string) => of(prefix).reduce((total, [, n]) => total + n, 0);
  const list = (prefixes: readonly string[], short = '') =>
    prefixes
      .flatMap(of)
      .map(([name, n]) => `${name.replace(short, '')} ${n}`)
      .sort()
      .join(', ');
  const trips = sum('statement.') + (counts['DB.batch'] ?? 0);
  const objects = list(['ATTEMPTS.', 'VAULTS.']) || 'none';
  // Both buckets are of one class.
  const buckets = list(['CONTENT.'], 'CONTENT.');
  return [
    `D1 ${counts['DB.prepare'] ?? 0} in ${trips}`,
    `objects ${objects}`,
    ...(buckets === '' ? [] : [`R2 ${buckets}`]),
    `crypto ${sum('crypto.')}`,
  ].join('; ');
}
