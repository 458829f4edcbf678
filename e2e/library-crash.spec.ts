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

/* Kills Chromium in mid-edit, again and again on the same profile, and looks what is left. */

const ROUNDS = 20;
const LOSS_MS = 5000;
const EDIT_MS = { min: 1500, max: 7000 };

test.use({ baseURL: undefined });
test.skip(process.platform !== 'linux', 'processes are found in /proc');

const launch = (profile: string) =>
  ExtensionBrowser.launch({ deviceScale: 1, extensionPath: EXTENSION_PATH, profile });

test('of 20 crashes in mid-edit none loses more than 5 seconds, and the library always opens', async () => {
  test.setTimeout(15 * 60_000);
  const profile = await mkdtemp(join(tmpdir(), 'inkseal-crash-'));
  const losses: number[] = [];
  try {
    const diagram = await makeDiagram(profile);
    for (let round = 1; round <= ROUNDS; round++) {
      const { kept, drawnAt, killedAt } = await editAndKill(profile, diagram);
      const found = await inspect(profile, diagram);
      expect(found.problems, `round ${round}`).toEqual([]);
      const survived = found.elementCount - kept;
      const firstLost = drawnAt[survived];
      const lossMs = firstLost === undefined ? 0 : killedAt - firstLost;
      losses.push(lossMs);
      expect(lossMs, `round ${round}: ${survived} of ${drawnAt.length} are there`).toBeLessThan(
        LOSS_MS,
      );
    }
  } finally {
    await killBrowser(profile).catch(() => {}); // closed, unless something failed
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  test.info().annotations.push({ type: 'lost', description: `${losses.join(', ')} ms` });
});

/** A diagram with a picture of some weight in it. */
async function makeDiagram(profile: string): Promise<DiagramId> {
  const browser = await launch(profile);
  const page = await browser.open('library.html');
  await addHarness(page);
  const diagram = await page.evaluate(async () => {
    const id = harness.newDiagramId();
    await harness.saveDiagram(id, await harness.drawNoise(600), { name: 'Crashing' });
    return id;
  });
  await browser.close();
  return diagram;
}

/** Draws box after box until the browser is killed, at a moment that nobody knows before. */
async function editAndKill(profile: string, diagram: DiagramId) {
  const browser = await launch(profile);
  const page = await browser.open(`editor.html#diagram=${diagram}`);
  await expect(page.getByLabel('Name of this diagram')).toHaveValue('Crashing');
  await addHarness(page);
  const kept = await countElements(page, diagram);
  const drawnAt: number[] = [];
  const end = Date.now() + randomInt(EDIT_MS.min, EDIT_MS.max);
  for (let n = 0; Date.now() < end; n++) {
    await drawBox(page, 300 + (n % 20) * 30, 150 + (n % 13) * 30);
    drawnAt.push(Date.now());
    await sleep(randomInt(10, 300));
  }
  const killedAt = Date.now();
  await killBrowser(profile);
  return { kept, drawnAt, killedAt };
}

async function drawBox(page: Page, x: number, y: number): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 25, y + 15);
  await page.mouse.move(x + 40, y + 30);
  await page.mouse.up();
}

/** Opens the library as a person does after a crash, and all that is in it. */
async function inspect(profile: string, diagram: DiagramId) {
  const browser = await launch(profile);
  const page = await browser.open('library.html');
  await expect(page.getByRole('link', { name: 'Crashing' })).toBeVisible();
  await addHarness(page);
  const elementCount = await countElements(page, diagram);
  const problems = await page.evaluate(() => harness.findProblems());
  await browser.close();
  return { elementCount, problems };
}

function countElements(page: Page, diagram: DiagramId): Promise<number> {
  return page.evaluate(
    async (id) => (await harness.openDiagram(id))?.scene.elements.length ?? -1,
    diagram,
  );
}
