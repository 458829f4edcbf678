import { existsSync } from 'node:fs';
import { runCommand, runTool } from '../run-command.ts';
import { findChromium, findFirefox, findInkscape } from './find-browser.ts';

type Print = (line: string) => void;

interface Program {
  readonly name: string;
  readonly find: () => string | undefined;
  /** Debian's names: without what it only recommends, it comes in a third of the time. */
  readonly packages: readonly string[];
}

const CHROMIUM: Program = {
  name: 'Chromium',
  find: findChromium,
  packages: ['chromium', 'fonts-liberation'],
};

const PROGRAMS: readonly Program[] = [
  CHROMIUM,
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'Inkscape', find: findInkscape, packages: ['inkscape'] },
];

/**
 * Finds what the browser tests run in, or installs it; says so plainly where tests are skipped for want of it.
 * @throws {Error} where there is no Chromium
 */
export async function ensureBrowsers(print: Print): Promise<void> {
  if (isMissing(CHROMIUM)) await installFromPlaywright(print);
  if (PROGRAMS.some(isMissing) && hasPackages()) await installMissing(print);
  if (isMissing(CHROMIUM)) {
    throw new Error('There is no Chromium and none could be installed; CHROMIUM_PATH names one');
  }
  for (const { name } of PROGRAMS.filter(isMissing)) {
    print(`There is no ${name} and none could be installed: its tests are skipped`);
  }
}

function isMissing({ find }: Program): boolean {
  return find() === undefined;
}

async function installFromPlaywright(print: Print): Promise<void> {
  print('There is no Chromium yet: installing the one that Playwright brings …');
  await attempt(runTool('playwright', ['install', 'chromium'], { output: print }), print);
  if (isMissing(CHROMIUM) || !hasPackages()) return;
  await attempt(runTool('playwright', ['install-deps', 'chromium'], { output: print }), print);
}

async function installMissing(print: Print): Promise<void> {
  const missing = PROGRAMS.filter(isMissing);
  print(`Installing ${missing.map(({ name }) => name).join(', ')} …`);
  await attempt(aptGet('update'), print);
  await attempt(installPackages(missing), print);
  if (missing.length === 1) return;
  // A package that a distribution does not have keeps all others from being installed.
  for (const program of missing.filter(isMissing)) {
    await attempt(installPackages([program]), print);
  }
}

function installPackages(programs: readonly Program[]): Promise<unknown> {
  return aptGet(
    'install',
    '-y',
    '--no-install-recommends',
    ...programs.flatMap((it) => it.packages),
  );
}

function aptGet(...args: readonly string[]): Promise<unknown> {
  return runCommand('apt-get', ['-q', ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

async function attempt(work: Promise<unknown>, print: Print): Promise<void> {
  try {
    await work;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
}

/** Whether Debian's packages can be installed by whoever runs this. */
function hasPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
