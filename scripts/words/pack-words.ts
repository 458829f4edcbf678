import { MARKS, type WordPlan } from './plan-words.ts';

/** What the browser's `messages.json` holds of each word. */
export interface Message {
  readonly message: string;
}

/** The texts of the plan's words, without and with those of accounts: `extension/locales/packed-words.ts` reads them. */
export interface PackedWords {
  readonly words: Message;
  readonly accountWords: Message;
}

/**
 * @param words by their keys
 * @throws where a text has one of the marks, or a key of the plan has none
 */
export function packWords(plan: WordPlan, words: ReadonlyMap<string, string>): PackedWords {
  let group: string | undefined;
  const entries = plan.keys.map((key) => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`There are no words for ${key}`);
    if (Object.values(MARKS).some((mark) => text.includes(mark))) {
      throw new Error(`The words for ${key} have a character that separates words: ${text}`);
    }
    const packed = text.replace(/\$(\d)/g, `${MARKS.value}$1`);
    if (!plan.named.has(key)) return packed;
    const end = key.lastIndexOf('.') + 1;
    const isKnown = key.slice(0, end) === group;
    group = key.slice(0, end);
    return `${isKnown ? key.slice(end) : `.${key}`}${MARKS.name}${packed}`;
  });
  const join = (some: readonly string[]) => ({ message: some.join(MARKS.end) });
  return {
    words: join(entries.slice(0, plan.othersCount)),
    accountWords: join(entries.slice(plan.othersCount)),
  };
}
