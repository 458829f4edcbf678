import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

test('live and ready answer', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    const answer = await exports.default.fetch(`https://inkseal.test${path}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
  }
});
