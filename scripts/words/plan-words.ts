/**
 * How the built extension says its words: one text of all of them, in which code names a word by its number. That is
 * a third less in the zip than a message for each, with a name of its own here and there.
 */
export interface WordPlan {
  /** Keys such as `library.bin`, in the order of their numbers. */
  readonly keys: readonly string[];
  /** Those that code puts together, and so asks for by name. */
  readonly named: ReadonlySet<string>;
  /** How many of the keys, from the first one, are not of accounts or operators. */
  readonly othersCount: number;
}

/** Between two words, between a word's name and its text, and before the number of what is put in. */
export const MARKS = { end: '~', name: '`', value: '^' } as const;

const OF_ACCOUNTS = /^(account|operator|sync)\./;
/** A template that begins like a key; what stands in its holes has no full stops. */
const TEMPLATE = /`([a-zA-Z]\w*\.[\w.]*\$\{[^`]*)`/g;
const HOLE = /\$\{[^{}]*\}/g;
const LITERAL = /(['"`])([a-zA-Z]\w*(?:\.\w+)+)\1/g;

/**
 * @param keys of all words, in the order of their file
 * @param sources the extension's code, in which keys stand as literals or as templates
 */
export function planWords(keys: readonly string[], sources: readonly string[]): WordPlan {
  const others = keys.filter((key) => !OF_ACCOUNTS.test(key));
  const templates = sources.flatMap((source) => [...source.matchAll(TEMPLATE)]);
  const patterns = new Set(templates.map(([, text = '']) => patternOf(text)));
  const named = new RegExp(`^(?:${[...patterns].join('|') || '(?!)'})$`);
  return {
    keys: [...others, ...keys.filter((key) => OF_ACCOUNTS.test(key))],
    // A key of one word could be any string of the code.
    named: new Set(keys.filter((key) => !key.includes('.') || named.test(key))),
    othersCount: others.length,
  };
}

function patternOf(template: string): string {
  return template.replaceAll('.', '\\.').replace(HOLE, '[^.]+');
}

/** `code` with numbers for the keys that stand in it. */
export function numberKeys(code: string, { keys }: WordPlan): string {
  const numbers = new Map(keys.map((key, at) => [key, at]));
  return code.replace(LITERAL, (literal, _, key: string) => String(numbers.get(key) ?? literal));
}
