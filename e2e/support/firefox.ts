import { type Browser, launch } from 'puppeteer-core';
import { findFirefox } from '../../scripts/browsers/find-browser.ts';

/** Why the tests in Firefox are skipped, or undefined when they run. */
export const NO_FIREFOX =
  findFirefox() === undefined ? 'There is no Firefox here, and none could be installed' : undefined;

/** A headless Firefox over WebDriver BiDi, with a fresh profile; Playwright drives only its own build of it. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error(NO_FIREFOX);
  return launch({ browser: 'firefox', executablePath, headless: true });
}
