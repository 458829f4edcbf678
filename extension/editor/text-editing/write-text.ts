import type { TextElement } from '../../../shared/scene/model/element.ts';
import { findElement } from '../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import { editScene } from '../../../shared/scene/operations/edit-scene.ts';
import { setText } from '../../../shared/scene/operations/set-text.ts';
import type { MeasureText } from '../../../shared/scene/text/measure-text.ts';
import type { TextEditing } from '../editor-state.ts';

/** `scene` with what was written; a text that is left empty is taken away, or never comes. */
export function writeText(
  scene: Scene,
  { element, isNew }: TextEditing,
  text: string,
  measure: MeasureText,
): Scene {
  const isBlank = text.trim() === '';
  if (isNew && isBlank) return scene;
  const base = isNew ? addElements(scene, [element]) : scene;
  return setText(base, element.id, text, measure);
}

export interface HalfWritten {
  /** The scene without the text itself, which is seen where it is typed. */
  readonly scene: Scene;
  /** Where it lies, wrapped and measured. */
  readonly element: TextElement;
}

/** As `writeText`, while it is typed. */
export function showTyping(
  scene: Scene,
  editing: TextEditing,
  text: string,
  measure: MeasureText,
): HalfWritten {
  const { element, isNew } = editing;
  const base = isNew ? addElements(scene, [element]) : scene;
  const written = text.trim() === '' ? base : setText(base, element.id, text, measure);
  const found = findElement(written, element.id);
  const shown = found?.type === 'text' ? found : element;
  const hidden = editScene(written, { changed: [{ ...shown, opacity: 0 }] });
  return { scene: hidden, element: shown };
}
