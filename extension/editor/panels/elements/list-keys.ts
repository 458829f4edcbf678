export interface ListState {
  /** From the front to the back. */
  readonly ids: readonly string[];
  readonly active: number;
  readonly selection: ReadonlySet<string>;
}

export interface ListKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly isMod: boolean;
}

/**
 * What a key does in a list of which several rows may be chosen: arrows, Home and End go and choose; with Shift they
 * choose in addition, with Ctrl they only go; Space chooses or unchooses. Null for any other key.
 */
export function pressListKey(state: ListState, pressed: ListKey): Omit<ListState, 'ids'> | null {
  const { ids, active, selection } = state;
  const { key, shiftKey, isMod } = pressed;
  if (key === ' ') return { active, selection: toggle(selection, ids[active]) };
  const last = ids.length - 1;
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: last }[key];
  if (to === undefined) return null;
  const next = Math.max(0, Math.min(last, to));
  const id = ids[next];
  if (id === undefined || isMod) return { active: next, selection };
  return { active: next, selection: new Set(shiftKey ? [...selection, id] : [id]) };
}

/** What a click on a row chooses. */
export function clickRow(
  state: ListState,
  index: number,
  { shiftKey, isMod }: Omit<ListKey, 'key'>,
): Omit<ListState, 'ids'> {
  const { ids, active, selection } = state;
  const id = ids[index];
  if (id === undefined) return { active, selection };
  if (isMod) return { active: index, selection: toggle(selection, id) };
  if (!shiftKey) return { active: index, selection: new Set([id]) };
  const range = ids.slice(Math.min(active, index), Math.max(active, index) + 1);
  return { active: index, selection: new Set([...selection, ...range]) };
}

function toggle(selection: ReadonlySet<string>, id: string | undefined): ReadonlySet<string> {
  if (id === undefined) return selection;
  const toggled = new Set(selection);
  if (!toggled.delete(id)) toggled.add(id);
  return toggled;
}
