import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { describeElement } from '../../../../shared/scene/describe/describe-element.ts';
import type { SceneElement } from '../../../../shared/scene/model/element.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { Icon } from '../../icons/icon.tsx';
import { walkable } from '../../keys/walk-elements.ts';
import { useEditor, useStore } from '../../use-editor.ts';
import { FrameName } from './frame-name.tsx';
import { clickRow, type ListState, pressListKey } from './list-keys.ts';
import { ROW_PX, scrollToRow, visibleRows } from './visible-rows.ts';

/** All elements by name, the frontmost first; choosing one selects it. */
export function ElementList() {
  const store = useStore();
  const scene = useEditor((state) => state.scene);
  const selection = useEditor((state) => state.selection);
  const elements = useMemo(() => walkable(scene).toReversed(), [scene]);
  const ids = useMemo(() => elements.map(({ id }) => id), [elements]);
  const [focused, setFocused] = useState(0);
  const active = Math.min(focused, Math.max(0, ids.length - 1));
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ scrolledPx: 0, heightPx: 400 });
  const look = () => {
    const box = list.current;
    if (box) setSeen({ scrolledPx: box.scrollTop, heightPx: box.clientHeight });
  };
  useLayoutEffect(look, []);

  function apply(next: Omit<ListState, 'ids'> | null): void {
    if (next === null) return;
    setFocused(next.active);
    if (next.selection !== selection) {
      store.setTool('select');
      store.select(next.selection);
    }
    const box = list.current;
    if (box) box.scrollTop = scrollToRow(next.active, box.scrollTop, box.clientHeight);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const { key, shiftKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    const next = pressListKey({ ids, active, selection }, { key, shiftKey, isMod });
    if (next !== null) event.preventDefault();
    apply(next);
  }

  const onClick = (event: TargetedMouseEvent<HTMLDivElement>, index: number) => {
    const { shiftKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    apply(clickRow({ ids, active, selection }, index, { shiftKey, isMod }));
  };

  if (ids.length === 0) return <p class="faded small">{i18n.t('editor.panels.noElements')}</p>;
  const { first, end } = visibleRows(ids.length, seen.scrolledPx, seen.heightPx);
  return (
    <>
      <div
        ref={list}
        class="element-list"
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={i18n.t('editor.panels.elements')}
        aria-activedescendant={`row-${active}`}
        onScroll={look}
        onKeyDown={onKeyDown}
      >
        <div
          class="element-rows"
          role="presentation"
          style={{ height: `${ids.length * ROW_PX}px` }}
        >
          {elements.slice(first, end).map((element, offset) => (
            <Row
              key={element.id}
              element={element}
              scene={scene}
              index={first + offset}
              count={ids.length}
              isActive={first + offset === active}
              isSelected={selection.has(element.id)}
              onClick={onClick}
            />
          ))}
        </div>
      </div>
      <FrameName />
    </>
  );
}

interface RowProps {
  readonly element: SceneElement;
  readonly scene: Scene;
  readonly index: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onClick: (event: TargetedMouseEvent<HTMLDivElement>, index: number) => void;
}

function Row({ element, scene, index, count, isActive, isSelected, onClick }: RowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <div
      id={`row-${index}`}
      class={isActive ? 'element-row active' : 'element-row'}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ top: `${index * ROW_PX}px`, height: `${ROW_PX}px` }}
      onClick={(event) => onClick(event, index)}
    >
      <Icon name={element.type} />
      <span>{describeElement(element, scene)}</span>
      {element.locked && <Icon name="lock" />}
    </div>
  );
}
