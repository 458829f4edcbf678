import type { CDPSession, Page } from '@playwright/test';

/** One thing that a hand does, frame by frame. */
export type Gesture = (frame: number) => Promise<void>;

const FRAMES = 60;
/** For caches to fill and code to be compiled. */
const WARM_UP_FRAMES = 10;

/** Milliseconds of the main thread to a frame, all its tasks counted, while `gesture` goes on. */
export async function measureFrames(page: Page, gesture: Gesture): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  for (let frame = 0; frame < WARM_UP_FRAMES; frame++) await doFrame(page, gesture, frame);
  const before = await readTaskSeconds(session);
  for (let frame = 0; frame < FRAMES; frame++) await doFrame(page, gesture, WARM_UP_FRAMES + frame);
  const after = await readTaskSeconds(session);
  await session.detach();
  return ((after - before) * 1000) / FRAMES;
}

async function doFrame(page: Page, gesture: Gesture, frame: number): Promise<void> {
  await gesture(frame);
  await page.evaluate(() => new Promise(requestAnimationFrame));
}

async function readTaskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'TaskDuration');
  if (found === undefined) throw new Error('Chromium tells no TaskDuration');
  return found.value;
}
