import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../tests/support/call-api.ts';
import { claim, makeShare, revoke } from '../tests/support/make-share.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function watchLog(): string[] {
  const lines: string[] = [];
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((line) => void lines.push(String(line)));
  }
  return lines;
}

test('one line for each request: id, method, route, status, time, nothing else', async () => {
  const lines = watchLog();
  const answer = await call('/s/AAAAAAAAAAAAAAAAAAAAAA?secret=1');
  await call('/nothing/of/this?kind=1');
  const parsed = lines.map((line) => JSON.parse(line));
  expect(parsed).toEqual([
    {
      requestId: answer.headers.get('x-request-id'),
      method: 'GET',
      route: '/s/:id',
      status: 200,
      ms: expect.any(Number),
    },
    {
      requestId: expect.any(String),
      method: 'GET',
      route: '/*',
      status: 404,
      ms: expect.any(Number),
    },
  ]);
});

test('no id, token, probe, view or address is ever in it', async () => {
  const lines = watchLog();
  const share = await makeShare();
  const address = '203.0.113.201';
  await claim(share, {}, { address });
  await revoke(share);
  const text = lines.join('\n');
  expect(lines.length).toBe(3);
  for (const secret of [share.id, share.ownerToken, share.probe, share.view, address]) {
    expect(text).not.toContain(secret);
  }
});
