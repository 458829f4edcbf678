import { unrotatedBox } from '../geometry/bounds.ts';
import { isLinear } from '../geometry/path.ts';
import type { SceneElement, TextElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { fitText, layoutText } from '../text/layout-text.ts';
import type { MeasureText } from '../text/measure-text.ts';
import { labelOf } from './pick.ts';
import { INNER_SHARE, LABEL_PADDING, labelBox } from './place-label.ts';

/** A label on a line may at least be this many times as wide as its letters are high. */
const MIN_LINE_LABEL = 11;

/** `changed` with texts measured anew and labels wrapped to their shapes, which grow where a label is higher. */
export function fitLabels(
  scene: Scene,
  changed: readonly SceneElement[],
  measure: MeasureText,
): SceneElement[] {
  const fitted = new Map(changed.map((element) => [element.id, element]));
  for (const element of changed) {
    const label = element.type === 'text' ? element : labelOf(scene, element);
    if (label === undefined) continue;
    const text = (fitted.get(label.id) ?? label) as TextElement;
    const container = text.containerId === null ? undefined : findElement(scene, text.containerId);
    if (container === undefined) fitted.set(text.id, fitText(text, measure));
    else {
      const current = fitted.get(container.id) ?? container;
      const laidOut = { ...text, ...layoutText(text, widthFor(current, text), measure) };
      fitted.set(text.id, laidOut);
      fitted.set(current.id, growFor(current, laidOut));
    }
  }
  return [...fitted.values()];
}

function widthFor(container: SceneElement, label: TextElement): number {
  return isLinear(container)
    ? Math.max(unrotatedBox(container).width * 0.7, label.fontSize * MIN_LINE_LABEL)
    : labelBox(container).width;
}

function growFor(container: SceneElement, label: TextElement): SceneElement {
  if (isLinear(container)) return container;
  const height = (label.height + 2 * LABEL_PADDING) / (INNER_SHARE[container.type] ?? 1);
  return height <= container.height ? container : { ...container, height };
}
