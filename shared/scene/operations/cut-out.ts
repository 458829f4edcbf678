import type { Box, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { addElements } from './add-elements.ts';
import { type Band, cutBox } from './cutting/band.ts';
import { coverAgain } from './cutting/cover-again.ts';
import { cutElement } from './cutting/cut-element.ts';
import { placeInFront } from './cutting/place-in-front.ts';
import { editScene } from './edit-scene.ts';
import { withLabels } from './pick.ts';
import { renumberSteps } from './steps.ts';

/**
 * Cuts a band out of the whole scene, locked elements too, and closes the gap: what lies behind it moves up,
 * images that it crosses become two with a crop each, shapes that it crosses shrink, what lies wholly in it
 * goes. What a redaction covered before is covered after.
 */
export function cutOut(
  scene: Scene,
  band: Band,
  makeId: () => string = () => crypto.randomUUID(),
): Scene {
  if (!(band.end > band.start)) return scene;
  const removed = new Set<string>();
  const changed: SceneElement[] = [];
  const added: SceneElement[] = [];
  const below = new Map<string, string>();
  for (const element of scene.elements) {
    const [first, second] = cutElement(scene, element, band);
    if (first === undefined) for (const { id } of withLabels(scene, [element])) removed.add(id);
    else if (first !== element) changed.push(first);
    if (second !== undefined) {
      const copy = { ...second, id: makeId(), boundElements: [] };
      added.push(copy);
      below.set(copy.id, element.id);
    }
  }
  const cut = editScene(scene, { changed, removed, added });
  const covers = coverAgain(scene, cut, band, makeId);
  for (const { cover, above } of covers) below.set(cover.id, above);
  const covered = addElements(
    cut,
    covers.map(({ cover }) => cover),
  );
  const crop = scene.crop === null ? null : cropOf(cutBox(scene.crop, band));
  const placed = placeInFront(covered, below);
  return renumberSteps(crop === scene.crop ? placed : { ...placed, crop });
}

/** What is shown of the scene can't be nothing. */
function cropOf(box: Box): Box | null {
  return box.width > 0 && box.height > 0 ? box : null;
}
