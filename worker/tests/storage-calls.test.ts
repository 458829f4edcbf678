import { createExecutionContext, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Env } from '../bindings.ts';
import worker from '../index.ts';
import { ORIGIN } from './support/call-api.ts';
import { freshNonce, prepareShare, stubOf } from './support/make-share.ts';

/* What one request costs, counted at the platform's own classes: they are the same in the Worker and in
 * its objects, so nothing gets past. */

const counts: Record<string, number> = {};

function count(name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function countCalls(name: string, prototype: object): void {
  for (const [method, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value !== 'function' || method === 'constructor') continue;
    vi.spyOn(prototype as Record<string, () => unknown>, method).mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      count(`${name}.${method}`);
      return Reflect.apply(value, this, args);
    });
  }
}

/** The bindings, counting every call of an object's method. */
function countingEnv(): Env {
  const counting = (namespace: object, name: string) =>
    new Proxy(namespace, {
      get: (target, property) => (objectName: string) =>
        new Proxy(Reflect.get(target, property).call(target, objectName), {
          get: (stub, method) => {
            if (method === 'then') return undefined;
            return (...args: unknown[]) => {
              count(`${name}.${String(method)}`);
              return Reflect.get(stub, method)(...args);
            };
          },
        }),
    });
  return {
    ...env,
    SHARES: counting(env.SHARES, 'SHARES'),
    BUDGETS: counting(env.BUDGETS, 'BUDGETS'),
  } as Env;
}

async function post(path: string, json: unknown): Promise<number> {
  const body = JSON.stringify(json);
  const headers = { 'content-type': 'application/json', 'cf-connecting-ip': '192.0.2.77' };
  const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body });
  const answer = await worker.fetch(request, countingEnv(), createExecutionContext());
  await answer.text();
  return answer.status;
}

function takeCounts(): Record<string, number> {
  const taken = { ...counts };
  for (const name of Object.keys(counts)) delete counts[name];
  return taken;
}

beforeEach(async () => {
  countCalls('DB', Object.getPrototypeOf(env.DB));
  countCalls('CONTENT', Object.getPrototypeOf(env.CONTENT));
  const { id } = await prepareShare();
  await runInDurableObject(stubOf({ id }), (_, { storage }) => {
    const prototype = Object.getPrototypeOf(storage);
    for (const method of ['transactionSync', 'setAlarm', 'put', 'deleteAll'] as const) {
      const original = prototype[method];
      vi.spyOn(prototype, method).mockImplementation(function (this: unknown, ...args: unknown[]) {
        count(`storage.${method}`);
        return Reflect.apply(original, this, args);
      });
    }
  });
  takeCounts();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('an inline create is one object call, one transaction and one alarm; no D1, no R2', async () => {
  const { request } = await prepareShare();
  expect(await post('/api/v1/shares', request)).toBe(201);
  expect(takeCounts()).toEqual({
    'SHARES.create': 1,
    'storage.transactionSync': 1,
    'storage.setAlarm': 1,
  });
});

test.each([1, 3])(
  'a claim of %i views is one object call and one transaction; no D1, no R2',
  async (views) => {
    const { id, probe, view, request } = await prepareShare({ views });
    await post('/api/v1/shares', request);
    takeCounts();
    const json = { probe, view, nonce: freshNonce() };
    expect(await post(`/api/v1/shares/${id}/claim`, json)).toBe(200);
    expect(takeCounts()).toEqual({ 'SHARES.claim': 1, 'storage.transactionSync': 1 });
  },
);

test('the counting sees what does touch D1, R2 and the budget', async () => {
  const { id, probe, request } = await prepareShare({ contentLength: 70_000 });
  await post('/api/v1/shares', request);
  expect(takeCounts()).toMatchObject({ 'SHARES.create': 1, 'BUDGETS.take': 1 });
  await env.CONTENT.head(id);
  const inline = await prepareShare();
  await post('/api/v1/shares', inline.request);
  await post(`/api/v1/shares/${inline.id}/report`, { probe: inline.probe, reason: 'x' });
  expect(probe).not.toBe(inline.probe);
  expect(takeCounts()).toMatchObject({ 'CONTENT.head': 1, 'DB.prepare': 1 });
});
