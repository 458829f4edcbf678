import type { SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { pickUnlocked, withFrameChildren, withLabels } from './pick.ts';
import { renumberSteps } from './steps.ts';

export type OrderChange = 'front' | 'back' | 'forward' | 'backward';

/** Moves elements, with their labels and frames' children, in front of others or behind them. */
export function orderElements(scene: Scene, ids: Iterable<string>, change: OrderChange): Scene {
  const picked = withLabels(scene, withFrameChildren(scene, pickUnlocked(scene, ids)));
  if (picked.length === 0) return scene;
  const moved = new Set(picked);
  const elements = arrange(scene.elements, moved, change);
  const isSame = elements.every((element, index) => element === scene.elements[index]);
  return isSame ? scene : renumberSteps({ ...scene, elements });
}

function arrange(
  elements: readonly SceneElement[],
  moved: ReadonlySet<SceneElement>,
  change: OrderChange,
): readonly SceneElement[] {
  const others = elements.filter((element) => !moved.has(element));
  switch (change) {
    case 'front':
      return [...others, ...moved];
    case 'back':
      return [...moved, ...others];
    case 'forward':
      return stepUp(elements, moved);
    case 'backward':
      return stepUp([...elements].reverse(), moved).toReversed();
  }
}

/** Each run of moved elements changes places with the one element above it. */
function stepUp(
  elements: readonly SceneElement[],
  moved: ReadonlySet<SceneElement>,
): readonly SceneElement[] {
  const arranged = [...elements];
  for (let i = arranged.length - 2; i >= 0; i--) {
    const [element, above] = [arranged[i] as SceneElement, arranged[i + 1] as SceneElement];
    if (moved.has(element) && !moved.has(above)) {
      arranged[i] = above;
      arranged[i + 1] = element;
    }
  }
  return arranged;
}
