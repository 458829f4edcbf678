import type { Scene, SceneAttachment } from '../model/scene.ts';

/** `#rrggbb` or `transparent`. */
export function setBackground(scene: Scene, backgroundColor: string): Scene {
  return backgroundColor === scene.backgroundColor ? scene : { ...scene, backgroundColor };
}

/** Distance of the grid's lines in scene units, or null for no grid. */
export function setGridSize(scene: Scene, gridSize: number | null): Scene {
  return gridSize === scene.gridSize ? scene : { ...scene, gridSize };
}

/** Without this one of its attached sources. */
export function removeAttachment(scene: Scene, attachment: SceneAttachment): Scene {
  const attachments = scene.attachments.filter((one) => one !== attachment);
  return attachments.length === scene.attachments.length ? scene : { ...scene, attachments };
}
