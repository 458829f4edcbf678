import type { EditorStore } from '../store.ts';
import type { Handle } from '../tools/handles.ts';
import type { ToolDriver } from '../tools/tool-driver.ts';
import { targetAt } from './target-at.ts';
import { toScene } from './view.ts';

/** Clockwise from the top, for handles of what is turned. */
const SIDES = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
const CURSORS = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const;

/** Shows by the pointer what a press would do. */
export function showCursor(
  store: EditorStore,
  driver: ToolDriver,
  canvas: HTMLElement,
): () => void {
  const place = (event: PointerEvent) => {
    if (event.buttons !== 0) return;
    const { left, top } = canvas.getBoundingClientRect();
    const point = toScene(store.state.view, [event.clientX - left, event.clientY - top]);
    canvas.style.cursor = cursorAt(store, driver, point);
  };
  const end = store.subscribe(() => {
    const { isPanning, tool } = store.state;
    if (isPanning) canvas.style.cursor = 'grab';
    else if (tool !== 'select') canvas.style.cursor = driver.cursor;
  });
  canvas.addEventListener('pointermove', place);
  return () => {
    end();
    canvas.removeEventListener('pointermove', place);
  };
}

function cursorAt(
  store: EditorStore,
  driver: ToolDriver,
  point: readonly [number, number],
): string {
  const { isPanning, tool, scene, selection } = store.state;
  if (isPanning) return 'grab';
  if (tool !== 'select') return driver.cursor;
  const target = targetAt(store.state, point);
  if (target.kind === 'element') return 'move';
  if (target.kind === 'canvas') return 'default';
  const [id] = selection;
  const angle =
    selection.size === 1 ? (scene.elements.find((one) => one.id === id)?.angle ?? 0) : 0;
  return cursorOf(target.handle, angle);
}

function cursorOf(handle: Handle, angle: number): string {
  if (handle.kind === 'rotate') return 'grab';
  if (handle.kind !== 'resize') return 'pointer';
  const turned = SIDES.indexOf(handle.side) + Math.round(angle / (Math.PI / 4));
  return CURSORS[turned % CURSORS.length] ?? 'pointer';
}
