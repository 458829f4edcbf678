import { pickElements } from '../../../shared/scene/model/index-elements.ts';
import { ACTIONS } from '../actions/actions.ts';
import type { EditorStore } from '../store.ts';
import { pickPicture } from '../tools/crop/crop-subject.ts';
import { editTextOf } from '../tools/text/edit-text.ts';
import type { ToolDriver } from '../tools/tool-driver.ts';
import { TOOL_NAMES } from '../tools/tool-name.ts';
import { Crosshair } from './crosshair.ts';
import { ACTION_KEYS, type ActionName, TOOL_KEYS } from './key-table.ts';
import { matchesKey } from './match-key.ts';
import { directionOf, nudge } from './nudge.ts';
import { walkElements } from './walk-elements.ts';

const CROSSHAIR_PX = 10;
const CROSSHAIR_FAR_PX = 50;

const ACTION_NAMES = Object.keys(ACTION_KEYS) as ActionName[];

/**
 * The keys of the table, wherever the focus is except where one types or a dialog is open; and on the canvas Tab,
 * Enter and the arrows.
 */
export function listenToKeys(
  store: EditorStore,
  driver: ToolDriver,
  canvas: HTMLElement,
): () => void {
  const crosshair = new Crosshair(store, driver);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const isOnCanvas = event.target === canvas || event.target === document.body;
    if ((isOnCanvas && onCanvas(event)) || anywhere(event)) event.preventDefault();
  };

  const anywhere = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') return leave(store, driver, crosshair);
    const matches = (keys: readonly string[]) => keys.some((one) => matchesKey(event, one));
    const action = ACTION_NAMES.find((name) => matches(ACTION_KEYS[name]));
    if (action !== undefined) {
      ACTIONS[action](store);
      return true;
    }
    const tool = TOOL_NAMES.find((name) => matches(TOOL_KEYS[name]));
    if (tool === undefined) return false;
    store.setTool(tool);
    return true;
  };

  const onCanvas = (event: KeyboardEvent): boolean => {
    const direction = directionOf(event.key);
    if (direction !== undefined) return goes(event, direction);
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'Tab':
        return store.state.tool === 'select' && walkElements(store, event.shiftKey ? -1 : 1);
      case ' ':
        store.panWithAnyPointer(true);
        return true;
      case 'Enter':
        return enter();
      default:
        return false;
    }
  };

  const goes = (event: KeyboardEvent, direction: readonly [number, number]): boolean => {
    if (event.altKey) return false;
    if (crosshair.isOfUse) {
      const by = event.shiftKey ? CROSSHAIR_FAR_PX : CROSSHAIR_PX;
      crosshair.move(direction[0] * by, direction[1] * by);
    } else {
      const isResizing = event.ctrlKey || event.metaKey;
      nudge(store, direction, { isFar: event.shiftKey, isResizing });
    }
    return true;
  };

  const enter = (): boolean => {
    if (crosshair.isOfUse && (store.state.crosshair !== null || driver.isIdle)) {
      crosshair.press();
      return true;
    }
    if (!driver.isIdle) {
      driver.send({ type: 'finish' });
      return true;
    }
    const { scene, selection, style } = store.state;
    const [element, ...others] = pickElements(scene, selection);
    const editing = element && others.length === 0 ? editTextOf(scene, element, style) : null;
    if (editing !== null) store.editText(editing);
    else if (pickPicture(scene, selection) !== null) store.setTool('crop');
    else return false;
    return true;
  };

  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === ' ') store.panWithAnyPointer(false);
  };
  const onBlur = () => store.panWithAnyPointer(false);

  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('keyup', onKeyUp);
  addEventListener('blur', onBlur);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
    document.removeEventListener('keyup', onKeyUp);
    removeEventListener('blur', onBlur);
  };
}

/** Out of the gesture, else of the crosshair, else of the tool, else of the selection. */
function leave(store: EditorStore, driver: ToolDriver, crosshair: Crosshair): boolean {
  if (!driver.isIdle) {
    crosshair.leave();
    driver.send({ type: 'cancel' });
  } else if (crosshair.leave()) return true;
  else if (store.state.tool !== 'select') store.setTool('select');
  else store.select([]);
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, dialog[open], [contenteditable]') !== null
  );
}
