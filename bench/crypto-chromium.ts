import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { TestSite } from '../e2e/test-site.ts';
import { bundleScript } from '../scripts/browsers/bundle-script.ts';
import { findChromium } from '../scripts/browsers/find-browser.ts';
import type { measureSpeed } from './crypto/measure-speed.ts';
import { memoryRow } from './crypto/memory-row.ts';
import { speedRows } from './crypto/speed-rows.ts';
import type { BenchRow } from './table.ts';

export const name = 'Sealing and opening in Chromium';

const MEASURE_SPEED = "import('/in-page.js').then(({ measureSpeed }) => measureSpeed())";
const MEASURE_MEMORY =
  "import('/in-page.js').then(({ measureMemory }) => measureMemory(gc, sampleMemory))";

export async function run(): Promise<BenchRow[]> {
  const executablePath = findChromium();
  const site = await TestSite.create();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--js-flags=--expose-gc'],
  });
  try {
    site.put('/', '<!doctype html><title>Benchmark</title>');
    const script = await bundleScript(resolve(import.meta.dirname, 'crypto/in-page.ts'));
    site.put('/in-page.js', script, 'text/javascript');
    const page = await browser.newPage();
    await page.goto(site.url);
    type Speeds = Awaited<ReturnType<typeof measureSpeed>>;
    const speeds = (await page.evaluate(MEASURE_SPEED)) as Speeds;
    const rows = speedRows(speeds);
    // Chromium tells no page what its buffers take; Linux tells what the page's process does.
    if (process.platform === 'linux') rows.push(memoryRow(await measureMemory(browser, page)));
    return rows;
  } finally {
    await browser.close();
    await site.destroy();
  }
}

async function measureMemory(browser: Browser, page: Page) {
  const samples: number[] = [];
  const session = await browser.newBrowserCDPSession();
  await page.exposeFunction('sampleMemory', async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    samples.push(renderers.reduce((sum, { id }) => sum + residentBytes(id), 0));
  });
  await page.reload();
  await page.evaluate(MEASURE_MEMORY);
  const heldBytes = Math.max(...samples) - (samples[0] ?? 0);
  return { heldBytes, detail: 'RssAnon of the renderers after collection every 4 MiB' };
}

/** Memory of a process that is backed by no file. */
function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
