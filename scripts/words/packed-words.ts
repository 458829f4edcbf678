import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Plugin } from 'vite';
import { ROOT } from '../root.ts';
import { packWords } from './pack-words.ts';
import { numberKeys, planWords, type WordPlan } from './plan-words.ts';

const EXTENSION = resolve(ROOT, 'extension');
const LOCALES = resolve(EXTENSION, 'locales');
const DEFAULT_LOCALE = resolve(LOCALES, 'en.yml');
const READER = resolve(LOCALES, 'packed-words.ts');

type Words = ReadonlyMap<string, string>;

let planned: Promise<WordPlan> | undefined;

/** Numbers the keys of words in the extension's code, and has it read the packed ones. */
export function numberWords(): Plugin {
  return {
    name: 'inkseal:words',
    enforce: 'pre',
    config: () => ({ resolve: { alias: [{ find: /^@wxt-dev\/i18n$/, replacement: READER }] } }),
    async transform(code, id) {
      if (!id.startsWith(EXTENSION)) return undefined;
      planned ??= plan();
      return { code: numberKeys(code, await planned), map: null };
    },
  };
}

/**
 * Writes the packed words into the built extension.
 *
 * @param folder of the built extension
 * @param manifest says which words the browser itself asks for
 */
export async function writeWords(folder: string, manifest: object): Promise<void> {
  planned ??= plan();
  const wordPlan = await planned;
  const own = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
  const defaults = await readWords(DEFAULT_LOCALE);
  for (const path of globSync('*.yml', { cwd: LOCALES })) {
    const words = new Map([...defaults, ...(await readWords(resolve(LOCALES, path)))]);
    const named = [...words].map(([key, message]) => [key.replaceAll('.', '_'), { message }]);
    const messages = {
      ...Object.fromEntries(named.filter(([name]) => own.includes(String(name)))),
      ...packWords(wordPlan, words),
    };
    const locale = basename(path, extname(path));
    const target = resolve(folder, '_locales', locale, 'messages.json');
    writeFileSync(target, JSON.stringify(messages));
  }
}

async function plan(): Promise<WordPlan> {
  const sources = globSync('**/*.{ts,tsx}', { cwd: EXTENSION }).sort();
  const texts = sources.map((path) => readFileSync(resolve(EXTENSION, path), 'utf8'));
  return planWords([...(await readWords(DEFAULT_LOCALE)).keys()], texts);
}

async function readWords(path: string): Promise<Words> {
  const parsed = await parseMessagesFile(path);
  const messages = generateChromeMessages(parsed);
  return new Map(parsed.map(({ key }) => [key.join('.'), messages[key.join('_')]?.message ?? '']));
}
