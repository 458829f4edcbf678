import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { EditorState } from './editor-state.ts';
import type { EditorStore } from './store.ts';

export const StoreContext = createContext<EditorStore | null>(null);

/** The store of the editor around. */
export function useStore(): EditorStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('There is no editor around');
  return store;
}

/**
 * A part of the editor's state; the component is rendered again only when the part is another one (`Object.is`), so
 * `select` must return the same value for the same state, never a new object.
 */
export function useEditor<Part>(select: (state: EditorState) => Part): Part {
  const store = useStore();
  const part = select(store.state);
  const [, setShown] = useState({ part });
  useLayoutEffect(() => {
    let shown = part;
    const look = () => {
      const next = select(store.state);
      if (Object.is(next, shown)) return;
      shown = next;
      setShown({ part: next });
    };
    look(); // it may have changed since this was rendered
    return store.subscribe(look);
  });
  return part;
}
