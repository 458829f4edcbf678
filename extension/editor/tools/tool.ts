import type { StepName } from '../../../shared/scene/history/step-name.ts';
import type { Point } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import type { MeasureText } from '../../../shared/scene/text/measure-text.ts';
import type { CurrentStyle } from '../current-style.ts';
import type { Overlay, TextEditing } from '../editor-state.ts';
import type { Handle } from './handles.ts';
import type { ToolName } from './tool-name.ts';

/** What the pointer went down on: a handle of the selection, the frontmost element, or neither. */
export type Target =
  | { readonly kind: 'handle'; readonly handle: Handle }
  | { readonly kind: 'element'; readonly id: string }
  | { readonly kind: 'canvas' };

/** A pointer, be it a mouse, a finger, a pen or the crosshair that the keyboard moves. */
export interface PointerEventOf<Type extends string> {
  readonly type: Type;
  /** In the scene. */
  readonly point: Point;
  /** On the canvas, in CSS pixels. */
  readonly at: Point;
  readonly target: Target;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
  /** 0 to 1, or null where the device tells nothing of it. */
  readonly pressure: number | null;
}

export type ToolEvent =
  | PointerEventOf<'down'>
  | PointerEventOf<'move'>
  | PointerEventOf<'up'>
  | PointerEventOf<'double'>
  /** Enter: what is drawn point by point is done. */
  | { readonly type: 'finish' }
  /** Escape, a second finger, or another tool: back to before the gesture. */
  | { readonly type: 'cancel' };

/** What a tool may look at. */
export interface Situation {
  readonly scene: Scene;
  readonly selection: ReadonlySet<string>;
  readonly zoom: number;
  readonly style: CurrentStyle;
  readonly isSnapping: boolean;
  readonly measure: MeasureText;
}

/** What a tool has the editor do; it does nothing itself. */
export type Command =
  | { readonly do: 'select'; readonly ids: Iterable<string> }
  /** Shows a scene that undo does not know yet; null ends that. */
  | { readonly do: 'preview'; readonly scene: Scene | null }
  | {
      readonly do: 'commit';
      readonly step: StepName;
      readonly scene: Scene;
      readonly selection?: Iterable<string>;
    }
  | { readonly do: 'overlay'; readonly overlay: Partial<Overlay> | null }
  /** By CSS pixels. */
  | { readonly do: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly do: 'edit-text'; readonly editing: TextEditing }
  /** Goes on with another tool. */
  | { readonly do: 'use'; readonly tool: ToolName }
  /** The drawing is done: back to selecting, unless the tool is kept. */
  | { readonly do: 'done' };

export type Transition<State> = readonly [State, readonly Command[]];

/** A tool is a state machine: what it does next depends on its state, the event, and what it may look at. */
export interface Tool<State> {
  readonly idle: State;
  next(state: State, event: ToolEvent, situation: Situation): Transition<State>;
  /** Of the pointer over the canvas, a CSS cursor. */
  readonly cursor: string;
}

/** Further than this from where the pointer went down, it drags, in CSS pixels. */
export const DRAG_PX = 4;

export function isDrag(from: Point, to: Point): boolean {
  return Math.hypot(to[0] - from[0], to[1] - from[1]) > DRAG_PX;
}

/** What ends a gesture without a trace. */
export const DROP: readonly Command[] = [
  { do: 'preview', scene: null },
  { do: 'overlay', overlay: null },
];
