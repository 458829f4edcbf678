import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { makeSecrets, SECRET_NAMES, type SecretName } from './make-secrets.ts';
import { rotateSecret } from './rotate-secret.ts';

/* A file of lines `NAME='value'`, as wrangler reads it: `.dev.vars`, or what an operator keeps of production. */

/**
 * Gives the file a fresh value for each secret that it lacks; what it has is never changed.
 *
 * @returns the names that were added
 */
export async function addMissingSecrets(path: string): Promise<readonly SecretName[]> {
  const text = await readIfThere(path);
  const missing = SECRET_NAMES.filter((name) => findLine(text, name) === null);
  if (missing.length === 0) return [];
  const lines = Object.entries(await makeSecrets(missing)).map(
    ([name, value]) => `${name}='${value}'\n`,
  );
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  await replaceFile(path, text + gap + lines.join(''));
  return missing;
}

/**
 * Gives one secret of the file a new value, the older ones behind it where the Worker still reads with them.
 *
 * @throws when the file has no such secret
 */
export async function rotateInFile(
  path: string,
  name: SecretName,
  dropOlder: boolean,
): Promise<void> {
  const text = await readIfThere(path);
  const line = findLine(text, name);
  if (line === null) throw new Error(`${path} has no ${name}.`);
  const [whole, , value = ''] = line;
  const rotated = await rotateSecret(name, value, dropOlder);
  await replaceFile(
    path,
    text.replace(whole, () => `${name}='${rotated}'`),
  );
}

function findLine(text: string, name: SecretName): RegExpExecArray | null {
  return new RegExp(
    `^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*(['"]?)(.*)\\1[ \\t]*$`,
    'm',
  ).exec(text);
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** In one step, so that a crash leaves the old secrets or the new ones. */
async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.${process.pid}.next`;
  await writeFile(next, text, { mode: 0o600 });
  await chmod(next, 0o600);
  await rename(next, path);
}
