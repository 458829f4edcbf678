import { appendFile, chmod, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import { makeSecrets, SECRET_NAMES } from '../secrets/make-secrets.ts';

const PATH = resolve(ROOT, '.dev.vars');

/**
 * Gives `.dev.vars` a fresh value for each secret that it lacks; what it has is never changed.
 *
 * @returns the names that were added
 */
export async function writeDevelopmentSecrets(path = PATH): Promise<readonly string[]> {
  const text = await readIfThere(path);
  const missing = SECRET_NAMES.filter((name) => !namesIn(text).has(name));
  if (missing.length === 0) return [];
  const lines = Object.entries(await makeSecrets(missing)).map(
    ([name, value]) => `${name}='${value}'\n`,
  );
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(path, gap + lines.join(''), { mode: 0o600 });
  await chmod(path, 0o600);
  return missing;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function namesIn(text: string): Set<string | undefined> {
  return new Set([...text.matchAll(/^\s*(?:export\s+)?(\w+)\s*=/gm)].map(([, name]) => name));
}
