import { EXTENSION_PATH, ExtensionBrowser } from '../e2e/support/extension-browser.ts';
import { changeSettings, dragRegion, overlayCount } from '../e2e/support/extension-steps.ts';
import { KNOWN_PIXELS_PAGE } from '../e2e/support/known-pixels.ts';
import { pollUntil } from '../e2e/support/poll-until.ts';
import { TestServer } from '../e2e/support/test-server.ts';
import { TestSite } from '../e2e/support/test-site.ts';
import { percentile } from './shares/statistics.ts';
import type { BenchRow } from './table.ts';

export const name = 'From the end of a region selection to the link in the clipboard';

const WARM_UPS = 2;
const RUNS = 25;

/** With “share at once”, on this computer: Enter, picture, tab, seal, create, clipboard; seen from outside. */
export async function run(): Promise<readonly BenchRow[]> {
  const server = await TestServer.create({});
  const site = await TestSite.create();
  const extension = await ExtensionBrowser.launch({
    deviceScale: 1,
    extensionPath: EXTENSION_PATH,
  });
  try {
    await changeSettings(extension, { origin: server.url, shareAtOnce: true });
    const address = site.put('/', KNOWN_PIXELS_PAGE);
    const small = await measure(extension, address, { x: 340, y: 280 });
    const large = await measure(extension, address, { x: 1240, y: 780 });
    return [row('region of 300 × 240', small), row('region of 1200 × 740', large)];
  } finally {
    await extension.close();
    await site.destroy();
    await server.destroy();
  }
}

/** Milliseconds of each run. The regions begin at 40,40 and end at `end`. */
async function measure(
  extension: ExtensionBrowser,
  address: string,
  end: { x: number; y: number },
): Promise<number[]> {
  const page = await extension.context.newPage();
  await page.goto(address);
  await (await extension.openPopup(page)).press('Escape', 27); // grants activeTab until the page is left
  const times: number[] = [];
  for (let i = 0; i < WARM_UPS + RUNS; i++) {
    const worker = await extension.serviceWorker();
    await worker.evaluate(pressCommand);
    await pollUntil('the overlay', async () => (await overlayCount(page)) === 1 || undefined);
    await dragRegion(page, { x: 40, y: 40 }, end);
    const opened = extension.context.waitForEvent('page');
    const started = performance.now();
    await page.keyboard.press('Enter');
    const tab = await opened;
    await tab.getByText('The link is in your clipboard.').waitFor();
    times.push(performance.now() - started);
    await tab.close();
    await page.bringToFront();
  }
  await page.close();
  return times.slice(WARM_UPS);
}

/** Runs in the service worker: what the key for a region does there. */
async function pressCommand(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.commands.onCommand.dispatch('capture-region', tab);
}

function row(measure: string, times: readonly number[]): BenchRow {
  const at = (p: number) => `${Math.round(percentile(times, p))} ms`;
  return { measure: `${measure}, ${RUNS} runs`, result: `p50 ${at(0.5)}, p95 ${at(0.95)}` };
}

declare const chrome: {
  readonly tabs: { query(what: object): Promise<object[]> };
  readonly commands: { readonly onCommand: { dispatch(...args: unknown[]): void } };
};
