import { distance } from '../../../shared/scene/geometry/point.ts';
import type { Point } from '../../../shared/scene/model/element.ts';
import type { EditorStore } from '../store.ts';
import type { PointerEventOf } from '../tools/tool.ts';
import type { ToolDriver } from '../tools/tool-driver.ts';
import type { ToolName } from '../tools/tool-name.ts';
import { targetAt } from './target-at.ts';
import { TwoFingers } from './two-fingers.ts';
import { panBy, toScene } from './view.ts';

/** To the others two clicks are two clicks, however fast. */
const DOUBLE_TOOLS: readonly ToolName[] = ['select', 'line', 'arrow'];
const DOUBLE_MS = 400;
const DOUBLE_PX = 8;
const MIDDLE_BUTTON = 1;

/**
 * Hands pointers to the tool: mouse, pen and one finger as they are; two fingers, the middle button, and any
 * button while the space bar is down move the view instead.
 */
export function listenToPointers(
  store: EditorStore,
  driver: ToolDriver,
  canvas: HTMLElement,
): () => void {
  const fingers = new TwoFingers();
  let panFrom: Point | null = null;
  let active: number | null = null;
  /** The second press of a double click: what it opens would lose the focus again before the button is up. */
  let isSecond = false;
  let lastClick: { readonly at: Point; readonly time: number } | null = null;

  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const send = <Type extends 'down' | 'move' | 'up' | 'double'>(
    type: Type,
    event: PointerEvent,
  ) => {
    const at = placeOf(event);
    const point = toScene(store.state.view, at);
    // A double click means the element, even where one of its handles lies over it.
    const on = { isTouch: event.pointerType === 'touch', handles: type !== 'double' };
    const seen: PointerEventOf<Type> = {
      type,
      at,
      point,
      target: type === 'move' ? { kind: 'canvas' } : targetAt(store.state, point, on),
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
      pressure: event.pointerType === 'pen' ? event.pressure : null,
    };
    driver.send(seen as PointerEventOf<'down'>);
  };
  const leaveGesture = () => {
    if (active !== null) driver.send({ type: 'cancel' });
    active = null;
  };

  const onDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-own-pointer]')) return;
    canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch' && fingers.down(event.pointerId, placeOf(event))) {
      return leaveGesture();
    }
    if (event.button === MIDDLE_BUTTON || store.state.isPanning) {
      event.preventDefault();
      panFrom = placeOf(event);
      return;
    }
    if (event.button !== 0 || active !== null) return;
    active = event.pointerId;
    const at = placeOf(event);
    const isDouble =
      DOUBLE_TOOLS.includes(store.state.tool) &&
      lastClick !== null &&
      event.timeStamp - lastClick.time < DOUBLE_MS &&
      distance(at, lastClick.at) < DOUBLE_PX;
    lastClick = isDouble ? null : { at, time: event.timeStamp };
    isSecond = isDouble;
    if (!isDouble) send('down', event);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') {
      const moved = fingers.move(event.pointerId, placeOf(event));
      if (moved !== null) return store.setView(moved(store.state.view));
    }
    if (panFrom !== null) {
      const at = placeOf(event);
      store.setView(panBy(store.state.view, at[0] - panFrom[0], at[1] - panFrom[1]));
      panFrom = at;
      return;
    }
    if (isSecond && active !== null) return;
    if (active === null || event.pointerId === active) send('move', event);
  };
  const onUp = (event: PointerEvent) => {
    fingers.up(event.pointerId);
    panFrom = null;
    if (event.pointerId !== active) return;
    active = null;
    const at = placeOf(event);
    if (lastClick !== null && distance(at, lastClick.at) > DOUBLE_PX) lastClick = null;
    send(isSecond ? 'double' : 'up', event);
  };
  const onCancel = (event: PointerEvent) => {
    fingers.up(event.pointerId);
    panFrom = null;
    if (event.pointerId === active) leaveGesture();
  };

  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointercancel', onCancel);
  return () => {
    canvas.removeEventListener('pointerdown', onDown);
    canvas.removeEventListener('pointermove', onMove);
    canvas.removeEventListener('pointerup', onUp);
    canvas.removeEventListener('pointercancel', onCancel);
  };
}
