import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Env } from '../bindings.ts';
import worker from '../index.ts';
import { ask, ORIGIN } from '../tests/support/call-api.ts';

/** A request to a Worker with other bindings. */
async function askWith(change: object, path: string, init: RequestInit = {}) {
  const bindings = { ...env, ...change } as Env;
  const request = new Request(`${ORIGIN}${path}`, init);
  const answer = await worker.fetch(request, bindings, createExecutionContext());
  return { status: answer.status, body: await answer.json() };
}

const failing = new Proxy({}, { get: () => () => Promise.reject(new Error('down')) });

describe('health', () => {
  test('live and ready answer', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect(await ask(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
    }
  });

  test.each([
    ['address-key', { ADDRESS_KEY: undefined }],
    ['address-key', { ADDRESS_KEY: 'too-short' }],
    ['auth-peppers', { AUTH_PEPPERS: undefined }],
    ['auth-peppers', { AUTH_PEPPERS: '{}' }],
    ['unknown-account-key', { UNKNOWN_ACCOUNT_KEY: undefined }],
    ['token-keys', { TOKEN_KEYS: undefined }],
    ['token-keys', { TOKEN_KEYS: '{"keys":[]}' }],
    ['sealing-keys', { SEALING_KEYS: undefined }],
    ['sealing-keys', { SEALING_KEYS: '{}' }],
    ['limits', { CREATE_LIMIT: undefined }],
    ['mail', { SMTP_URL: undefined }],
    ['mail', { SMTP_URL: 'https://mail.example' }],
    ['mail', { MAIL_FROM: 'not an address' }],
    ['database', { DB: { prepare: () => ({ first: () => Promise.reject(new Error('down')) }) } }],
    ['content', { CONTENT: failing }],
    ['objects', { BUDGETS: { getByName: () => failing } }],
  ])('ready names %s when it fails; live still answers', async (part, change) => {
    expect(await askWith(change, '/health/ready')).toMatchObject({
      status: 503,
      body: { error: { code: 'unavailable', part } },
    });
    expect(await askWith(change, '/health/live')).toMatchObject({ status: 200 });
  });

  test.each([
    ['AUTH_PEPPERS', 'auth-peppers', '/accounts/codes', { purpose: 'sign-up' }],
    ['SEALING_KEYS', 'sealing-keys', '/accounts/codes', { purpose: 'recovery' }],
    ['UNKNOWN_ACCOUNT_KEY', 'unknown-account-key', '/sign-in/parameters', {}],
  ])(
    'without %s accounts are refused, and the part is named',
    async (secret, part, path, fields) => {
      const init = {
        method: 'POST',
        body: JSON.stringify({ email: `${secret.toLowerCase()}@inkseal.test`, ...fields }),
        headers: { 'content-type': 'application/json', 'cf-connecting-ip': '192.0.2.81' },
      };
      expect(await askWith({ [secret]: undefined }, `/api/v1${path}`, init)).toMatchObject({
        status: 503,
        body: { error: { code: 'unavailable', part } },
      });
    },
  );

  test('without its secret the API refuses rather than keep addresses in clear', async () => {
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    for (const path of ['/api/v1/shares', '/api/v1/shares/AAAAAAAAAAAAAAAAAAAAAA/claim']) {
      expect(await askWith({ ADDRESS_KEY: undefined }, path, init)).toMatchObject({
        status: 503,
        body: { error: { code: 'unavailable', part: 'address-key' } },
      });
    }
  });
});

test('what nobody foresaw is 500 with the request id and nothing else', async () => {
  const SHARES = {
    getByName: () => ({ status: () => Promise.reject(new Error('secret detail')) }),
  };
  const headers = { authorization: `Bearer ${'A'.repeat(43)}` };
  const { status, body } = await askWith({ SHARES }, '/api/v1/shares/AAAAAAAAAAAAAAAAAAAAAA', {
    headers,
  });
  expect({ status, body }).toEqual({
    status: 500,
    body: {
      error: {
        code: 'internal',
        message: expect.any(String),
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    },
  });
  expect(JSON.stringify(body)).not.toContain('secret detail');
});
