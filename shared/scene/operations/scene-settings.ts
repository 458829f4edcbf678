import type { Scene } from '../model/scene.ts';

/** `#rrggbb` or `transparent`. */
export function setBackground(scene: Scene, backgroundColor: string): Scene {
  return backgroundColor === scene.backgroundColor ? scene : { ...scene, backgroundColor };
}

/** Distance of the grid's lines in scene units, or null for no grid. */
export function setGridSize(scene: Scene, gridSize: number | null): Scene {
  return gridSize === scene.gridSize ? scene : { ...scene, gridSize };
}
