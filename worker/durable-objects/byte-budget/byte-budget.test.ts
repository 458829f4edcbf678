import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';

const NOON = Date.UTC(2026, 10, 22, 12);
const HALF_A_DAY_SECONDS = 43_200;
let n = 0;

function freshBudget() {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  n++;
  return env.BUDGETS.getByName(`address ${n}`);
}

afterEach(() => {
  vi.useRealTimers();
});

test('gives what is left of the day and says when there is more', async () => {
  const budget = freshBudget();
  expect(await budget.take(600, 1000)).toEqual({ ok: true });
  expect(await budget.take(401, 1000)).toEqual({
    ok: false,
    retryAfterSeconds: HALF_A_DAY_SECONDS,
  });
  expect(await budget.take(400, 1000)).toEqual({ ok: true });
  await budget.giveBack(100);
  await evictDurableObject(budget);
  expect(await budget.take(101, 1000)).toMatchObject({ ok: false });
  expect(await budget.take(100, 1000)).toEqual({ ok: true });
});

test('starts anew the next day, UTC, whether its alarm ran or not', async () => {
  const budget = freshBudget();
  await budget.take(1000, 1000);
  vi.setSystemTime(NOON + HALF_A_DAY_SECONDS * 1000 - 1);
  expect(await budget.take(1, 1000)).toEqual({ ok: false, retryAfterSeconds: 1 });
  vi.setSystemTime(NOON + HALF_A_DAY_SECONDS * 1000);
  expect(await budget.take(1000, 1000)).toEqual({ ok: true });
});

test('leaves nothing after the day', async () => {
  const budget = freshBudget();
  await budget.take(1, 1000);
  expect(await runDurableObjectAlarm(budget)).toBe(true);
  await runInDurableObject(budget, async (_, { storage }) => {
    expect((await storage.list()).size).toBe(0);
    expect(await storage.getAlarm()).toBeNull();
  });
});

test('takes a store of another version for an empty one', async () => {
  const budget = freshBudget();
  await runInDurableObject(budget, (_, { storage }) => {
    storage.kv.put('budget', { version: 0, day: Math.floor(NOON / 86_400_000), used: 999 });
  });
  expect(await budget.take(1000, 1000)).toEqual({ ok: true });
  expect(await budget.take(1, 1000)).toMatchObject({ ok: false });
});
