import type { Scene } from '../../shared/scene/model/scene.ts';

/** Height of what counts as one line, in scene units. */
const SAME_LINE = 8;

/** What is written in the burned scene, from top to bottom and left to right, a text to a line. */
export function readOutText(scene: Scene): string {
  const texts = scene.elements.filter((element) => element.type === 'text');
  return texts
    .toSorted((a, b) => lineOf(a.y) - lineOf(b.y) || a.x - b.x)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}

function lineOf(y: number): number {
  return Math.round(y / SAME_LINE);
}
