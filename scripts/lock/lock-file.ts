import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import type { LockedPackages } from './complete-lock.ts';

const PATH = resolve(ROOT, 'package-lock.json');

export interface Lock {
  readonly packages: LockedPackages;
}

export async function readLock(): Promise<Lock> {
  return JSON.parse(await readFile(PATH, 'utf8'));
}

export async function writeLock(lock: Lock): Promise<void> {
  await writeFile(PATH, `${JSON.stringify(lock, null, 2)}\n`);
}
