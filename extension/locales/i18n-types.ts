import type { GeneratedI18nStructure as Messages } from '#messages';

/* The types of `#i18n`: those that come with it go through all messages at each use, which takes half a minute. */

type Value = string | number;

interface Values {
  readonly 0: [];
  readonly 1: [[Value]];
  readonly 2: [[Value, Value]];
  readonly 3: [[Value, Value, Value]];
  readonly 4: [[Value, Value, Value, Value]];
}

interface Message {
  readonly substitutions: keyof Values;
  readonly plural: boolean;
}

/** A number chooses singular or plural, and stands for the one value where none are given. */
type Filling<M extends Message> = M['plural'] extends false
  ? Values[M['substitutions']]
  : M['substitutions'] extends 0 | 1
    ? [count: number, values?: [Value]]
    : [count: number, ...Values[M['substitutions']]];

/** What fits each message of a choice. */
type FillingEach<K extends keyof Messages> = (
  K extends K
    ? (...filling: Filling<Messages[K]>) => void
    : never
) extends (...filling: infer F) => void
  ? F
  : never;

export declare const i18n: {
  /** The text of a message, by its path in `en.yml`, with its values filled in. */
  t<K extends keyof Messages>(key: K, ...filling: FillingEach<K>): string;
};
