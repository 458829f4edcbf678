import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SECRET_NAMES, type SecretName } from './secrets/make-secrets.ts';
import { addMissingSecrets, rotateInFile } from './secrets/vars-file.ts';

const USAGE = `Makes and rotates the server's secrets in a file of lines NAME='value'.

  npm run keys -- FILE                      adds each secret that FILE lacks
  npm run keys -- FILE NAME                 gives the secret NAME a new value
  npm run keys -- FILE NAME --drop-older    drops the keys that came before

NAME is one of ${SECRET_NAMES.join(', ')}.
Afterwards: npx wrangler secret bulk FILE. What each rotation means stands in docs/operations.md.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'drop-older': { type: 'boolean', default: false } },
});
const [file, name] = positionals;

if (file === undefined || positionals.length > 2 || (name !== undefined && !isSecret(name))) {
  console.error(USAGE);
  process.exit(1);
}
const path = resolve(file);
try {
  if (name === undefined) {
    const added = await addMissingSecrets(path);
    console.log(added.length === 0 ? `${path} has every secret.` : `Added ${added.join(', ')}.`);
  } else {
    await rotateInFile(path, name, values['drop-older']);
    console.log(`${path} has a new ${name}.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function isSecret(text: string): text is SecretName {
  return SECRET_NAMES.some((known) => known === text);
}
