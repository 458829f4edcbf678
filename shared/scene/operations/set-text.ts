import type { TextElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import type { MeasureText } from '../text/measure-text.ts';
import { editScene } from './edit-scene.ts';
import { fitLabels } from './fit-label.ts';

/** Writes `text` into a text element, measured and wrapped anew. A text of nothing but space is removed. */
export function setText(scene: Scene, id: string, text: string, measure: MeasureText): Scene {
  const element = findElement(scene, id);
  if (element?.type !== 'text') return scene;
  if (text.trim() === '') return editScene(scene, { removed: new Set([id]) });
  const written: TextElement = { ...element, text };
  return editScene(scene, { changed: fitLabels(scene, [written], measure) });
}
