import type { Box, ImageElement } from '../../../shared/scene/model/element.ts';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene, type SceneFile } from '../../../shared/scene/model/scene.ts';
import type { PictureDraft } from '../../drafts/draft.ts';
import { readPicture } from '../pictures/read-picture.ts';
import { type CapturedFile, partsOf } from '../suggestions/picture-suggestion.ts';
import type { OpenedScene } from './open-start.ts';

/** A capture as a scene: the picture at the size that it had on the page, at the origin, locked
 * so that one draws on it.
 *
 * @throws {ReadError} it can't be drawn
 */
export async function openPictureDraft(
  draft: PictureDraft,
): Promise<Pick<OpenedScene, 'scene' | 'suggestions' | 'notice' | 'tileCount'>> {
  const scale = draft.scale ?? 1;
  const elements: ImageElement[] = [];
  const files: Record<string, SceneFile> = {};
  const captured: CapturedFile[] = [];
  for (const { data, box } of draft.tiles ?? [{ data: draft.data, box: null }]) {
    const picture = await readPicture(data);
    const { fileId, file } = picture;
    files[fileId] = file;
    const place = box ?? { x: 0, y: 0, width: file.width, height: file.height };
    captured.push({ fileId, file, place });
    elements.push(makeElement('image', { fileId, ...shrink(place, scale), locked: true }));
  }
  const scene: Scene = { ...EMPTY_SCENE, elements, files };
  const suggestions = draft.suggestions?.map((suggestion) => partsOf(suggestion, captured));
  return {
    scene,
    ...(suggestions && { suggestions }),
    ...(draft.notice && { notice: draft.notice }),
    ...(draft.tiles && { tileCount: draft.tiles.length }),
  };
}

function shrink({ x, y, width, height }: Box, by: number): Box {
  return { x: x / by, y: y / by, width: width / by, height: height / by };
}
