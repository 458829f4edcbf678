import { existsSync } from 'node:fs';
import { runCommand, runTool } from '../run-command.ts';
import { findChromium, findFirefox, findInkscape } from './find-browser.ts';

type Print = (line: string) => void;

/** Finds a Chromium or installs one; throws when neither works. */
export async function ensureChromium(print: Print): Promise<void> {
  if (findChromium() !== undefined) return;
  print('There is no Chromium yet: installing the one that Playwright brings …');
  const args = isRoot() ? ['install', '--with-deps', 'chromium'] : ['install', 'chromium'];
  await attempt(runTool('playwright', args, { output: print }), print);
  if (findChromium() === undefined) await installPackage('chromium', print);
  if (findChromium() !== undefined) return;
  throw new Error('There is no Chromium and none could be installed; CHROMIUM_PATH names one');
}

/** Finds a Firefox or installs one; says so plainly when neither works. */
export async function ensureFirefox(print: Print): Promise<void> {
  if (findFirefox() === undefined) await installPackage('firefox-esr', print);
  if (findFirefox() !== undefined) return;
  print('There is no Firefox and none could be installed: its tests are skipped');
}

/** Finds an Inkscape or installs one; says so plainly when neither works. */
export async function ensureInkscape(print: Print): Promise<void> {
  if (findInkscape() === undefined) await installPackage('inkscape', print);
  if (findInkscape() !== undefined) return;
  print('There is no Inkscape and none could be installed: its tests are skipped');
}

async function installPackage(name: string, print: Print): Promise<void> {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  print(`Installing the package ${name} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await attempt(runCommand('apt-get', ['update', '-q'], { env }), print);
  await attempt(runCommand('apt-get', ['install', '-y', '-q', name], { env }), print);
}

async function attempt(work: Promise<unknown>, print: Print): Promise<void> {
  try {
    await work;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
