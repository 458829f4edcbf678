import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, resolve } from 'node:path';
import { chromium } from '@playwright/test';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const MAC_CHROMIUM = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const MAC_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** Path of a Chromium: CHROMIUM_PATH, one that is installed, or the one that Playwright downloaded. */
export function findChromium(): string | undefined {
  const candidates = [...CHROMIUM_NAMES, MAC_CHROMIUM, chromium.executablePath()];
  return findFirst(process.env.CHROMIUM_PATH, candidates);
}

/** Path of a Firefox: FIREFOX_PATH, or one that is installed. */
export function findFirefox(): string | undefined {
  return findFirst(process.env.FIREFOX_PATH, [...FIREFOX_NAMES, MAC_FIREFOX]);
}

/** Path of an Inkscape, by which exported drawings are looked at: INKSCAPE_PATH, or one that is installed. */
export function findInkscape(): string | undefined {
  return findFirst(process.env.INKSCAPE_PATH, ['inkscape']);
}

function findFirst(chosen: string | undefined, candidates: string[]): string | undefined {
  const names = chosen ? [chosen] : candidates;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => resolve(folder, name))))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
