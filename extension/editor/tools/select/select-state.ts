import type { Handle as BoxHandle } from '../../../../shared/scene/geometry/drag-box.ts';
import type { Point } from '../../../../shared/scene/model/element.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import type { PointerEventOf, Situation, ToolEvent, Transition } from '../tool.ts';
import type { SnapPlan } from './snap-offset.ts';

/** Where a gesture began, in the scene. */
interface From {
  readonly from: Point;
}

/** What the selection tool is in the middle of. Each but `idle` lasts from pointer down to pointer up. */
export type SelectState =
  | { readonly name: 'idle' }
  /** Down beside everything, and not moved yet. */
  | (From & { readonly name: 'pointing-canvas'; readonly at: Point })
  /** Down on an element, and not moved yet. */
  | (From & {
      readonly name: 'pointing-element';
      readonly at: Point;
      /** Null: within the frame of a selection, but on none of its elements. */
      readonly id: string | null;
      readonly wasSelected: boolean;
    })
  | (From & {
      readonly name: 'brushing';
      /** Selected before, and kept with Shift. */
      readonly kept: ReadonlySet<string>;
    })
  | (From & {
      readonly name: 'moving';
      /** As it is to be moved: with copies in it where copies are moved. */
      readonly scene: Scene;
      readonly ids: readonly string[];
      readonly isCopy: boolean;
      readonly plan: SnapPlan | null;
    })
  | (From & { readonly name: 'resizing'; readonly side: BoxHandle })
  | (From & { readonly name: 'rotating'; readonly middle: Point })
  | (From & {
      readonly name: 'reshaping';
      readonly id: string;
      readonly index: number;
      /** In the scene, the new point among them where one is drawn out. */
      readonly points: readonly Point[];
    });

export type StateNamed<Name extends SelectState['name']> = Extract<SelectState, { name: Name }>;

/** What one state does with an event; `cancel`, `finish` and `double` are the same for all. */
export type SelectStep<Name extends SelectState['name']> = (
  state: StateNamed<Name>,
  event: PointerEventOf<'down' | 'move' | 'up'>,
  situation: Situation,
) => Transition<SelectState>;

export const IDLE: SelectState = { name: 'idle' };

export function isPointer(event: ToolEvent): event is PointerEventOf<'down' | 'move' | 'up'> {
  return event.type === 'down' || event.type === 'move' || event.type === 'up';
}
