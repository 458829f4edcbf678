import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import { Autosaver, type AutosaveState } from './autosaver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An autosaver whose saving takes `saveMs`, and what came of it. */
function start(saveMs = 100) {
  const saved: { work: number; at: number }[] = [];
  const states: AutosaveState[] = [];
  const disk: { error?: Error; running: number } = { running: 0 };
  const saver = new Autosaver<number>({
    save: async (work) => {
      expect(++disk.running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, saveMs));
      disk.running--;
      if (disk.error) throw disk.error;
      saved.push({ work, at: Date.now() });
    },
    onState: (state) => states.push(state),
  });
  return { saver, saved, states, disk };
}

test('a change is saved once, soon', async () => {
  const { saver, saved, states } = start();
  saver.change(1);
  saver.change(2);
  expect(saver.isSaved).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved.map(({ work }) => work)).toEqual([2]);
  expect(saver.isSaved).toBe(true);
  expect(states.at(-1)?.name).toBe('saved');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toHaveLength(1);
});

test.each([0, 100, 1000, 2000])(
  'of changes without end at most 5 seconds are unsaved when saving takes %i ms',
  async (saveMs) => {
    const { saver, saved } = start(saveMs);
    const changedAt: number[] = [];
    for (let n = 0; n < 600; n++) {
      changedAt[n] = Date.now();
      saver.change(n);
      await vi.advanceTimersByTimeAsync(50);
      const newest = saved.at(-1)?.work ?? -1;
      const oldestLost = changedAt[newest + 1] ?? Date.now();
      expect(Date.now() - oldestLost).toBeLessThanOrEqual(5000);
    }
  },
);

test('what fails is said, and tried again until it works', async () => {
  const { saver, saved, states, disk } = start();
  disk.error = new SealedStoreError('no-room', 'full');
  saver.change(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toEqual({ name: 'failed', why: 'no-room' });
  expect(saver.isSaved).toBe(false);
  disk.error = new SealedStoreError('locked', 'The account is locked.');
  saver.change(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toEqual({ name: 'failed', why: 'locked' });
  disk.error = new TypeError('a bug');
  saver.change(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toEqual({ name: 'failed', why: 'failed' });
  delete disk.error;
  await vi.advanceTimersByTimeAsync(6000);
  expect(saved.map(({ work }) => work)).toEqual([2]);
  expect(saver.isSaved).toBe(true);
});

test('a change during a save is saved after it', async () => {
  const { saver, saved } = start(1500);
  saver.change(1);
  await vi.advanceTimersByTimeAsync(800);
  saver.change(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved.map(({ work }) => work)).toEqual([1, 2]);
});

test('saving now waits for all of it', async () => {
  const { saver, saved } = start();
  saver.change(1);
  const done = saver.saveNow();
  await vi.advanceTimersByTimeAsync(100);
  await done;
  expect(saved.map(({ work }) => work)).toEqual([1]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved).toHaveLength(1);
});

test('once stopped it saves nothing by itself', async () => {
  const { saver, saved } = start();
  saver.change(1);
  saver.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
});
