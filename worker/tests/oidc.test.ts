import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Env } from '../bindings.ts';
import worker from '../index.ts';
import { ORIGIN } from './support/call-api.ts';

/* The way through a real issuer is walked in server-tests/oidc.test.ts. */

async function begin(change: Partial<Env>) {
  const redirectUri = 'https://oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org/';
  const request = new Request(`${ORIGIN}/api/v1/sign-in/oidc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirectUri }),
  });
  const bindings: Env = { ...env, ...change };
  const answer = await worker.fetch(request, bindings, createExecutionContext());
  return { status: answer.status, body: await answer.json() };
}

test('without an issuer there is no such sign-in', async () => {
  for (const change of [{}, { OIDC_ISSUER: '' }, { OIDC_ISSUER: 'https://issuer.example' }]) {
    expect(await begin(change)).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    });
  }
});

test('an issuer that is no address, or speaks in clear, is not asked', async () => {
  for (const OIDC_ISSUER of ['nonsense', 'http://issuer.example']) {
    expect(await begin({ OIDC_ISSUER, OIDC_CLIENT_ID: 'inkseal' })).toMatchObject({
      status: 503,
      body: { error: { code: 'unavailable', part: 'identity-provider' } },
    });
  }
});
