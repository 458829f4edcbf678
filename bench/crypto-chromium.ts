import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { TestSite } from '../e2e/support/test-site.ts';
import { bundleScript } from '../scripts/browsers/bundle-script.ts';
import { findChromium } from '../scripts/browsers/find-browser.ts';
import type { measureSpeed } from './crypto/measure-speed.ts';
import { memoryRow } from './crypto/memory-row.ts';
import { speedRows } from './crypto/speed-rows.ts';
import type { BenchRow } from './table.ts';

export const name = 'Sealing and opening in Chromium';

const MEASURE_MEMORY =
  "import('/in-page.js').then(({ measureMemory }) => measureMemory(sampleMemory))";
const MEASURE_SPEED = "import('/in-page.js').then(({ measureSpeed }) => measureSpeed())";

export async function run(): Promise<BenchRow[]> {
  const executablePath = findChromium();
  const site = await TestSite.create();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    site.put('/', '<!doctype html><title>Benchmark</title>');
    const script = await bundleScript(resolve(import.meta.dirname, 'crypto/in-page.ts'));
    site.put('/in-page.js', script, 'text/javascript');
    const page = await browser.newPage();
    await page.goto(site.url);
    const memory = memoryRow(await measureMemory(page));
    await page.reload();
    type Speeds = Awaited<ReturnType<typeof measureSpeed>>;
    const speeds = (await page.evaluate(MEASURE_SPEED)) as Speeds;
    return [...speedRows(speeds), memory];
  } finally {
    await browser.close();
    await site.destroy();
  }
}

async function measureMemory(page: Page): Promise<{ heldBytes: number; detail: string }> {
  const samples: number[] = [];
  const session = await page.context().newCDPSession(page);
  await page.exposeFunction('sampleMemory', async () => {
    await session.send('HeapProfiler.collectGarbage');
    const usage = await session.send('Runtime.getHeapUsage');
    samples.push(usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize);
  });
  await page.evaluate(MEASURE_MEMORY);
  const heldBytes = Math.max(...samples) - (samples[0] ?? 0);
  return { heldBytes, detail: 'heap and buffers after collection every 4 MiB' };
}
