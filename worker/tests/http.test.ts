import { describe, expect, test } from 'vitest';
import { configAnswer } from '../../shared/api/contract.ts';
import { PERMISSIONS } from '../access/permissions.ts';
import { ask, call } from './support/call-api.ts';
import { claimed, makeShare, prepareShare, read } from './support/make-share.ts';

const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob: data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
    "trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('every answer', () => {
  test('carries the security headers, no-store and a request id of its own', async () => {
    const share = await makeShare();
    const { ticket } = await claimed(share);
    const answers = [
      await call('/'),
      await call(`/s/${share.id}`),
      await call('/robots.txt'),
      await call('/api/v1/config'),
      await call('/api/v1/nothing'),
      await call('/nothing', { headers: { accept: 'text/html' } }),
      await call('/api/v1/shares', { method: 'PUT' }),
      await call('/api/v1/shares', { method: 'OPTIONS' }),
      await call(`/api/v1/shares/${share.id}`),
      await read(share, ticket),
      await call('/health/live'),
    ];
    const ids = answers.map(({ url, headers }) => {
      expect({ url, ...Object.fromEntries(headers) }).toMatchObject({
        ...SECURITY,
        'cache-control': 'no-store',
      });
      expect(headers.has('set-cookie')).toBe(false);
      return headers.get('x-request-id');
    });
    expect(new Set(ids).size).toBe(answers.length);
  });
});

describe('pages', () => {
  test('of shares are the same for every id, HEAD as well', async () => {
    const expected = await (await call('/s/AAAAAAAAAAAAAAAAAAAAAA')).text();
    expect(expected).toContain('<title>reader</title>');
    const { id } = await makeShare();
    for (const path of [`/s/${id}`, '/s/x', `/s/${id}?utm=1`, `/s/${id}%231.abc`]) {
      const answer = await call(path);
      expect({ path, status: answer.status, body: await answer.text() }).toEqual({
        path,
        status: 200,
        body: expected,
      });
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      const head = await call(path, { method: 'HEAD' });
      expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: '' });
    }
  });

  test('the composer, robots.txt, icon and hashed assets are served, the latter for ever', async () => {
    expect(await (await call('/')).text()).toContain('<title>composer</title>');
    expect(await (await call('/robots.txt')).text()).toContain('Disallow');
    expect((await call('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
    const asset = await call('/assets/reader-4f2a91.js');
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(Object.fromEntries(asset.headers)).toMatchObject(SECURITY);
  });

  test('that do not exist are 404, a page for people and JSON for programs', async () => {
    for (const path of ['/nothing', '/assets/none.js', '/s.html', '/index.html', '/s/a/b']) {
      const html = await call(path, { headers: { accept: 'text/html,*/*;q=0.8' } });
      expect({ path, status: html.status }).toEqual({ path, status: 404 });
      expect(html.headers.get('content-type')).toMatch(/^text\/html/);
      const json = await ask(path, { headers: { accept: '*/*' } });
      expect(json).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
    }
  });
});

describe('the API', () => {
  test('is open to any origin, with the methods and headers it needs', async () => {
    for (const path of [
      '/api/v1/shares',
      '/api/v1/shares/x/claim',
      '/api/v1/config',
      '/api/v1/openapi.json',
    ]) {
      const preflight = await call(path, {
        method: 'OPTIONS',
        headers: { origin: 'https://example.com', 'access-control-request-method': 'PUT' },
      });
      expect(preflight.status).toBe(204);
      const allowed = (name: string) =>
        preflight.headers.get(`access-control-allow-${name}`)?.split(/, ?/);
      expect(allowed('origin')).toEqual(['*']);
      expect(allowed('methods')).toEqual(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
      expect(allowed('headers')).toEqual(['Authorization', 'Content-Type', 'Range']);
      const answer = await call(path, { headers: { origin: 'https://example.com' } });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')?.split(/, ?/)).toEqual([
        'Content-Range',
        'Accept-Ranges',
        'Retry-After',
        'X-Request-Id',
      ]);
      expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    }
    const page = await call('/', { headers: { origin: 'https://example.com' } });
    expect(page.headers.has('access-control-allow-origin')).toBe(false);
  });

  test.each([
    ['PUT', '/api/v1/shares', 'POST'],
    ['GET', '/api/v1/shares', 'POST'],
    ['GET', '/api/v1/shares/x/claim', 'POST'],
    ['HEAD', '/api/v1/shares/x/open', 'POST'],
    ['POST', '/api/v1/shares/x', 'GET, HEAD, PATCH, DELETE'],
    ['POST', '/api/v1/shares/x/parts/1', 'PUT'],
    ['DELETE', '/api/v1/shares/x/content', 'GET, HEAD'],
    ['POST', '/api/v1/config', 'GET, HEAD'],
    ['POST', '/s/x', 'GET, HEAD'],
  ])('answers %s %s with 405 and what it allows', async (method, path, allow) => {
    const answer = await call(path, { method });
    expect({ status: answer.status, allow: answer.headers.get('allow') }).toEqual({
      status: 405,
      allow,
    });
  });

  test('wants JSON where there is a body', async () => {
    const { request } = await prepareShare();
    const bytes = JSON.stringify(request);
    for (const type of ['text/plain', 'application/octet-stream', 'multipart/form-data', '']) {
      const answer = await ask('/api/v1/shares', { bytes, headers: { 'content-type': type } });
      expect(answer).toMatchObject({
        status: 415,
        body: { error: { code: 'unsupported-media-type' } },
      });
    }
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await ask('/api/v1/shares', { bytes, headers })).status).toBe(201);
  });

  test('refuses a body above its limit, said or not, before anything else of it is looked at', async () => {
    const { id } = await makeShare();
    for (const [path, limit] of [
      ['/api/v1/shares', 256 * 1024],
      [`/api/v1/shares/${id}/claim`, 4096],
      [`/api/v1/shares/${id}/open`, 4096],
      [`/api/v1/shares/${id}/report`, 16 * 1024],
    ] as const) {
      for (const streamed of [false, true]) {
        const bytes = 'x'.repeat(limit + 1);
        const body = streamed
          ? new Blob([bytes]).stream().pipeThrough(new TransformStream())
          : bytes;
        const headers = { 'content-type': 'application/json' };
        expect(await ask(path, { bytes: body, headers })).toMatchObject({
          status: 413,
          body: { error: { code: 'too-large', limit } },
        });
      }
      const headers = { 'content-type': 'application/json' };
      expect((await ask(path, { bytes: 'x'.repeat(limit), headers })).status).toBe(400);
    }
  });

  test('shows its limits', async () => {
    const { status, body } = await ask('/api/v1/config');
    expect(status).toBe(200);
    expect(configAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      name: 'inkseal',
      protocol: 1,
      views: { min: 1, max: 100 },
      expiresInSeconds: { min: 300, max: 2_592_000, maxLarge: 604_800 },
      content: {
        inlineBytes: 65_536,
        itemBytes: 104_857_600,
        envelopeBytes: 107_059_279,
        partBytes: 8_388_608,
      },
      metaBytes: { min: 4175, max: 67_727 },
      wrappedKeyBytes: 111,
    });
  });

  test('describes itself', async () => {
    const { status, body } = await ask('/api/v1/openapi.json');
    expect(status).toBe(200);
    const { openapi, paths } = body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // The document itself, and the keys at their second address, are all that it leaves out.
    const routes = Object.keys(PERMISSIONS)
      .filter((route) => /^[A-Z]+ \/(?:api\/v1|health)\//.test(route))
      .filter((route) => route !== 'GET /api/v1/openapi.json')
      .map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
    expect(described.sort()).toEqual(routes.sort());
  });
});
