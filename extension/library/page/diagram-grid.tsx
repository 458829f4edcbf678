import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { LIBRARY_SHELF } from '../library.ts';
import type { DiagramId, Folder } from '../model/diagram.ts';
import type { Found } from '../model/find-diagrams.ts';
import { binDiagrams } from '../organise.ts';
import { DiagramCard } from './diagram-card.tsx';
import { stepInGrid } from './step-in-grid.ts';
import type { UseLibrary } from './use-library.ts';

interface DiagramGridProps {
  readonly found: readonly Found[];
  readonly folders: readonly Folder[];
  /** Whether words or tags narrow what is shown. */
  readonly isSought: boolean;
  readonly isBin: boolean;
  readonly accountIds: ReadonlySet<DiagramId>;
  readonly selected: ReadonlySet<DiagramId>;
  readonly onSelect: (selected: ReadonlySet<DiagramId>) => void;
  readonly onRename: (id: DiagramId) => void;
  readonly act: UseLibrary['act'];
}

/** The diagrams as cards, gone through by arrow keys. */
export function DiagramGrid(props: DiagramGridProps) {
  const { found, folders, isSought, isBin, selected, onSelect, onRename, act } = props;
  const list = useRef<HTMLUListElement>(null);
  const lastIndex = useRef<number | undefined>(undefined);
  const ids = found.map(({ diagram }) => diagram.id);
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('a.open') ?? [])];

  useLayoutEffect(() => {
    // The card that had the focus is gone: it goes on to the next one.
    const isLost = document.activeElement === document.body;
    const { current: index } = lastIndex;
    if (isLost && index !== undefined)
      links()
        .at(Math.min(index, ids.length - 1))
        ?.focus();
  }, [ids.join()]);

  function toggle(id: DiagramId): void {
    const changed = new Set(selected);
    if (!changed.delete(id)) changed.add(id);
    onSelect(changed);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const all = links();
    const index = all.indexOf(event.target as HTMLElement);
    const id = ids[index];
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') onSelect(new Set(ids));
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
    else if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === ' ') toggle(id);
    else if (event.key === 'F2' && !isBin) onRename(id);
    else if (event.key === 'Delete' && !isBin) {
      const binned = selected.has(id) ? [...selected] : [id];
      const binning = () => binDiagrams(LIBRARY_SHELF, binned);
      void act(i18n.t('library.selection.binned', binned.length), binning);
    } else {
      const next = stepInGrid(all, index, event.key);
      if (!next) return;
      next.focus();
    }
    event.preventDefault();
  }

  if (found.length === 0) {
    return (
      <div class="card stack">
        <p>{i18n.t(wordsForNothing(isSought, isBin))}</p>
        {isSought && <p class="faded">{i18n.t('library.grid.nothingFoundHint')}</p>}
      </div>
    );
  }
  return (
    <>
      <ul
        ref={list}
        class="diagrams"
        aria-label={i18n.t('library.grid.label')}
        onKeyDown={onKeyDown}
        onFocusCapture={({ target }) => {
          const index = links().indexOf(target as HTMLElement);
          if (index >= 0) lastIndex.current = index;
        }}
      >
        {found.map((it) => (
          <DiagramCard
            key={it.diagram.id}
            found={it}
            folders={folders}
            isInAccount={props.accountIds.has(it.diagram.id)}
            isSelected={selected.has(it.diagram.id)}
            onToggle={() => toggle(it.diagram.id)}
            dragged={selected.has(it.diagram.id) ? [...selected] : [it.diagram.id]}
          />
        ))}
      </ul>
      {!isBin && <p class="small faded keys-hint">{i18n.t('library.grid.keys')}</p>}
    </>
  );
}

function wordsForNothing(isSought: boolean, isBin: boolean) {
  if (isSought) return 'library.grid.nothingFound';
  return isBin ? 'library.grid.binEmpty' : 'library.grid.nothing';
}
