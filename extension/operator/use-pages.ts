import { useState } from 'preact/hooks';
import { useLoaded } from '../account/forms/use-loaded.ts';
import { useSubmit } from '../account/forms/use-submit.ts';

interface Page<T> {
  readonly rows: readonly T[];
  /** Asks for the page after this one. */
  readonly next: number | null;
}

/** A list that comes page by page, the newest first. */
export function usePages<T>(load: (before: number | undefined) => Promise<Page<T>>) {
  const [more, setMore] = useState<Page<T>>();
  const first = useLoaded(() => load(undefined));
  const { isBusy, problem, run } = useSubmit();
  const next = (more ?? first.value)?.next ?? null;

  const loadMore = () =>
    run(async () => {
      if (next === null) return;
      const page = await load(next);
      setMore({ rows: [...(more?.rows ?? []), ...page.rows], next: page.next });
    });
  const reload = async () => {
    setMore(undefined);
    await first.reload();
  };

  return {
    first,
    rows: [...(first.value?.rows ?? []), ...(more?.rows ?? [])],
    hasMore: next !== null,
    isBusy,
    problem,
    loadMore,
    reload,
  };
}
