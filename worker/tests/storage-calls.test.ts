import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import worker from '../index.ts';
import { ORIGIN } from './support/call-api.ts';
import { countingEnv, takeCounts, watchCalls } from './support/count-calls.ts';
import { freshNonce, prepareShare } from './support/make-share.ts';

/* What one request of a share costs. */

async function post(path: string, json: unknown): Promise<number> {
  const body = JSON.stringify(json);
  const headers = { 'content-type': 'application/json', 'cf-connecting-ip': '192.0.2.77' };
  const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body });
  const answer = await worker.fetch(request, countingEnv(), createExecutionContext());
  await answer.text();
  return answer.status;
}

beforeEach(async () => {
  await watchCalls();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('an inline create is one object call, one transaction of two writes and one alarm; no D1, no R2', async () => {
  const { request } = await prepareShare();
  expect(await post('/api/v1/shares', request)).toBe(201);
  expect(takeCounts()).toEqual({
    'SHARES.create': 1,
    'storage.transactionSync': 1,
    'storage.setAlarm': 1,
    'kv.get': 1,
    'kv.put': 2,
  });
});

test.each([1, 3])(
  'a claim of %i views is one object call and one write; no D1, no R2',
  async (views) => {
    const { id, probe, view, request } = await prepareShare({ views });
    await post('/api/v1/shares', request);
    takeCounts();
    const json = { probe, view, nonce: freshNonce() };
    expect(await post(`/api/v1/shares/${id}/claim`, json)).toBe(200);
    expect(takeCounts()).toEqual({ 'SHARES.claim': 1, 'kv.get': 1, 'kv.put': 1 });
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
