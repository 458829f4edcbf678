import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runSteps, type Step } from './run-steps.ts';
import { formatSummary } from './summary.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const passing = (name: string, passed: number, after: string[] = []): Step => ({
  name,
  after,
  run: async () => ({ passed, failed: 0, skipped: 0 }),
});

test('a step that throws is one failure and stops no other', async () => {
  const crashing: Step = {
    name: 'crashing',
    run: () => Promise.reject(new Error('gone')),
  };
  const results = await runSteps([passing('late', 3, ['crashing']), crashing, passing('other', 2)]);
  expect(results.map(({ name, failed }) => [name, failed])).toEqual([
    ['late', 0],
    ['crashing', 1],
    ['other', 0],
  ]);
  expect(formatSummary(results).split('\n').at(-1)).toBe('5 passed, 1 failed');
});

test('the summary counts what was skipped only when there is something', async () => {
  const skipping: Step = { name: 'x', run: async () => ({ passed: 1, failed: 0, skipped: 2 }) };
  const results = await runSteps([skipping]);
  expect(formatSummary(results).split('\n').at(-1)).toBe('1 passed, 0 failed, 2 skipped');
});

test('at most two steps run at a time, begun in their order', async () => {
  let running = 0;
  let most = 0;
  const begun: string[] = [];
  const step = (name: string): Step => ({
    name,
    run: async () => {
      begun.push(name);
      running++;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return { passed: 1, failed: 0, skipped: 0 };
    },
  });
  await runSteps(['a', 'b', 'c', 'd'].map(step));
  expect(most).toBe(2);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('a step that waits for none that exists is an error, not an endless wait', async () => {
  await expect(runSteps([passing('a', 1, ['nothing'])])).rejects.toThrow('does not exist');
});
