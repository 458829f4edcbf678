import type { Browser } from 'puppeteer-core';
import { findFirefox } from '../../scripts/browsers/find-browser.ts';

/** Why the tests in Firefox are skipped, or undefined when they run. */
export const NO_FIREFOX =
  findFirefox() === undefined ? 'There is no Firefox here, and none could be installed' : undefined;

/** One Firefox for the tests of a process that ask for one, each in a context of its own. */
export class KeptFirefox {
  #launched: Promise<Browser> | undefined;

  get(): Promise<Browser> {
    this.#launched ??= launchFirefox();
    return this.#launched;
  }

  async close(): Promise<void> {
    await (await this.#launched)?.close();
  }
}

/** A headless Firefox over WebDriver BiDi, with a fresh profile; Playwright drives only its own build of it. */
async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error(NO_FIREFOX);
  // Only where it is used: it takes half a second to load.
  const { launch } = await import('puppeteer-core');
  return launch({ browser: 'firefox', executablePath, headless: true });
}
