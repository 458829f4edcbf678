import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { ROOT } from '../root.ts';
import { packWords, sortInClasses } from './pack-words.ts';

const READER = resolve(ROOT, 'extension/account/password/unpack-words.ts');
const LIST = /@zxcvbn-ts\/language-common\/dist\/(passwords|diceware)\.json\.mjs$/;

/** Builds the lists by which passwords are rated, and passphrases made, packed: together half as large in the zip. */
export function packDictionaries(): Plugin {
  return {
    name: 'inkseal:dictionaries',
    async load(id) {
      const name = LIST.exec(id)?.[1];
      if (name === undefined) return undefined;
      const { default: list }: { default: readonly (string | number)[] } = await import(
        pathToFileURL(id).href
      );
      const words = list.map(String);
      const packed = packWords(name === 'passwords' ? sortInClasses(words) : words);
      return [
        `import { unpackWords } from ${JSON.stringify(READER)};`,
        `export default unpackWords(${JSON.stringify(packed)});`,
      ].join('\n');
    },
  };
}
