import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { DiagramId } from '../extension/library/model/diagram.ts';
import { expect, test } from './fixtures.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './support/extension-browser.ts';
import { killBrowser } from './support/kill-browser.ts';
import { addHarness } from './support/library-steps.ts';

/* Kills Chromium in mid-edit, again and again on the same profiles, and looks what is left. */

const KILLS = 20;
/** Most of the time nothing is done but waiting. */
const PROFILES = 3;
const LOSS_MS = 5000;
const EDIT_MS = { min: 1000, max: 6000 };
/** Between two boxes: shorter than the rest after which the editor saves at once. */
const PAUSE_MS = { min: 10, max: 600 };

test.use({ baseURL: undefined });
test.skip(process.platform !== 'linux', 'processes are found in /proc');

const launch = (profile: string) =>
  ExtensionBrowser.launch({ deviceScale: 1, extensionPath: EXTENSION_PATH, profile });

test(`of ${KILLS} crashes in mid-edit none loses more than 5 seconds, and the library always opens`, async () => {
  test.setTimeout(10 * 60_000);
  let left = KILLS;
  const losses: number[] = [];
  const crashing = Array.from({ length: PROFILES }, async () => {
    const profile = await mkdtemp(join(tmpdir(), 'inkseal-crash-'));
    try {
      let browser = await launch(profile);
      const diagram = await makeDiagram(browser);
      let kept = await inspect(browser, diagram);
      while (left-- > 0) {
        const { drawnAt, killedAt } = await editAndKill(browser, profile, diagram);
        browser = await launch(profile);
        const found = await inspect(browser, diagram);
        expect(found, 'nothing of before is lost').toBeGreaterThanOrEqual(kept);
        const firstLost = drawnAt[found - kept];
        losses.push(firstLost === undefined ? 0 : killedAt - firstLost);
        kept = found;
      }
      await browser.close();
    } finally {
      left = 0; // the others need not go on when this one failed
      await killBrowser(profile).catch(() => {}); // closed, unless something failed
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
  const ends = await Promise.allSettled(crashing);
  expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual([]);
  expect(losses).toHaveLength(KILLS);
  expect(Math.max(...losses)).toBeLessThan(LOSS_MS);
  test.info().annotations.push({ type: 'lost', description: `${losses.join(', ')} ms` });
});

/** A diagram with a picture of some weight in it. */
async function makeDiagram(browser: ExtensionBrowser): Promise<DiagramId> {
  const page = await browser.open('library.html');
  await addHarness(page);
  return page.evaluate(async () => {
    const id = harness.newDiagramId();
    await harness.saveDiagram(id, await harness.drawNoise(600), { name: 'Crashing' });
    return id;
  });
}

/** Draws box after box until the browser is killed, at a moment that nobody knows before. */
async function editAndKill(browser: ExtensionBrowser, profile: string, diagram: DiagramId) {
  const page = await browser.open(`editor.html#diagram=${diagram}`);
  await expect(page.getByLabel('Name of this diagram')).toHaveValue('Crashing');
  const drawnAt: number[] = [];
  const end = Date.now() + randomInt(EDIT_MS.min, EDIT_MS.max);
  for (let n = 0; Date.now() < end; n++) {
    await drawBox(page, 300 + (n % 20) * 30, 150 + (n % 13) * 30);
    drawnAt.push(Date.now());
    await sleep(randomInt(PAUSE_MS.min, PAUSE_MS.max));
  }
  const killedAt = Date.now();
  await killBrowser(profile);
  return { drawnAt, killedAt };
}

async function drawBox(page: Page, x: number, y: number): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 25, y + 15);
  await page.mouse.move(x + 40, y + 30);
  await page.mouse.up();
}

/** Opens the library as a person does after a crash, and all that is in it. @returns how much is drawn in the diagram */
async function inspect(browser: ExtensionBrowser, diagram: DiagramId): Promise<number> {
  const page = await browser.open('library.html');
  await expect(page.getByRole('link', { name: 'Crashing' })).toBeVisible();
  await addHarness(page);
  expect(await page.evaluate(() => harness.findProblems())).toEqual([]);
  const elementCount = await page.evaluate(
    async (id) => (await harness.openDiagram(id))?.scene.elements.length ?? -1,
    diagram,
  );
  await page.close();
  return elementCount;
}
