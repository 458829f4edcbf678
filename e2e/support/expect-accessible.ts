import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { NARROW_PX, runNarrow } from './screenshot.ts';

/**
 * Whether the page as it stands is for everybody: axe finds nothing, nor too little contrast in the dark; there is
 * exactly one h1; and at 320 px (also 640 px at 200 % zoom) nothing has to be scrolled sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolation(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolation(page, { rule: 'color-contrast' });
  await page.emulateMedia({ colorScheme: null });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await runNarrow(page, async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(NARROW_PX.width);
  });
}

interface AxeChoices {
  /** Selector of all that is looked at; the whole page where left out. */
  readonly within?: string;
  /** The only rule that is looked at. */
  readonly rule?: string;
}

/** axe finds nothing in a page and its frames of the same origin. */
export async function expectNoViolation(page: Page, choices: AxeChoices = {}): Promise<void> {
  await bringAxe(page);
  expect(await page.evaluate(runAxe, choices)).toEqual([]);
}

/** In ASCII, which goes to the browser as it is: of a text with other letters each takes two bytes. */
const source = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8').then(
  (code) =>
    code.replace(
      /[^\x20-\x7e\n]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
);

/** Once for each document: reading it takes the browser longer than most looks. */
async function bringAxe(page: Page): Promise<void> {
  const expression = await source;
  // A frame may be gone meanwhile; without axe in the page itself, running it says so.
  await Promise.allSettled(
    page.frames().map(async (frame) => {
      if (await frame.evaluate(() => 'axe' in globalThis)) return;
      if (frame !== page.mainFrame()) return frame.evaluate(expression);
      // By the debugger itself: `evaluate` would send it as an argument, which takes twice as long. Not detached, see runNarrow.
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.evaluate', { expression });
    }),
  );
}

/** Runs in the page: each broken rule with the HTML of what breaks it. */
async function runAxe({ within, rule }: AxeChoices): Promise<readonly [string, string[]][]> {
  const { violations } = await axe.run(within ?? document, {
    // Of what is fine, nothing has to be described.
    resultTypes: ['violations'],
    ...(rule === undefined ? {} : { runOnly: [rule] }),
  });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

declare const axe: {
  run(
    where: string | Document,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
};
