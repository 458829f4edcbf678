import type { Scene } from '../../../shared/scene/model/scene.ts';

/** Enough for any diagram that a person wrote; a pasted book is found by its beginning. */
const MAX_LENGTH = 50_000;

/** All that can be read in a scene, one line an element, for the search. */
export function sceneText({ elements }: Scene): string {
  const lines = elements.map((element) => {
    if (element.type === 'text') return element.text;
    return element.type === 'frame' ? (element.name ?? '') : '';
  });
  return lines
    .filter((line) => line.trim() !== '')
    .join('\n')
    .slice(0, MAX_LENGTH);
}
