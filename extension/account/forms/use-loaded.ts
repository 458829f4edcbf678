import { useCallback, useEffect, useState } from 'preact/hooks';
import { problemWords } from '../problem-words.ts';

export interface Loaded<T> {
  /** Undefined until it is there. */
  readonly value: T | undefined;
  /** Why it is not there, or not the newest, in words. */
  readonly problem: string | undefined;
  /** What `problem` puts into words. */
  readonly cause: unknown;
  readonly reload: () => Promise<void>;
  /** Shows what an act gave in the place of what was loaded. */
  show(value: T): void;
}

/** What `load` gives, asked for once and whenever `reload` is called. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T>();
  const [cause, setCause] = useState<unknown>();
  const reload = useCallback(async () => {
    try {
      setValue(await load());
      setCause(undefined);
    } catch (error) {
      setCause(error);
    }
  }, []);
  useEffect(() => void reload(), [reload]);
  const problem = cause === undefined ? undefined : problemWords(cause);
  return { value, problem, cause, reload, show: (shown) => setValue(() => shown) };
}
