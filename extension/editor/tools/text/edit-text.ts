import type { Point, SceneElement, TextElement } from '../../../../shared/scene/model/element.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { isContainer } from '../../../../shared/scene/operations/link-elements.ts';
import { labelOf } from '../../../../shared/scene/operations/pick.ts';
import type { CurrentStyle } from '../../current-style.ts';
import type { TextEditing } from '../../editor-state.ts';
import { newElement } from '../new-element.ts';
import type { Situation } from '../tool.ts';

/** A text with nothing in it yet, its first line beginning at `point`. */
export function newText(
  style: CurrentStyle,
  [x, y]: Point,
  given: Partial<TextElement> = {},
): TextElement {
  const text = newElement('text', style, { x, y, ...given });
  return { ...text, height: text.fontSize * text.lineHeight };
}

/** A new text whose first line is at the height of `point`. */
export function editTextAt({ style }: Pick<Situation, 'style'>, [x, y]: Point): TextEditing {
  const element = newText(style, [x, y]);
  return { element: { ...element, y: y - element.height / 2 }, isNew: true };
}

/** What is written into when `element` is: itself, its label, or a new label; null where it has none. */
export function editTextOf(
  scene: Scene,
  element: SceneElement,
  style: CurrentStyle,
): TextEditing | null {
  if (element.locked) return null;
  if (element.type === 'text') return { element, isNew: false };
  if (!isContainer(element)) return null;
  const label = labelOf(scene, element);
  if (label !== undefined) return { element: label, isNew: false };
  const { x, y } = element;
  const made = newText(style, [x, y], {
    containerId: element.id,
    textAlign: 'center',
    verticalAlign: 'middle',
    groupIds: element.groupIds,
    frameId: element.frameId,
  });
  return { element: { ...made, strokeColor: element.strokeColor }, isNew: true };
}
