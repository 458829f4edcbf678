import type { DiagramId, FolderId } from '../model/diagram.ts';

/* What is dragged within the page: diagrams, or one folder. The names are this page's own, so that nothing from
 * outside is taken for them. */

const DIAGRAMS = 'application/x-inkseal-diagrams';
const FOLDER = 'application/x-inkseal-folder';

export type Dragged = { readonly diagrams: readonly DiagramId[] } | { readonly folder: FolderId };

export function startDrag(event: DragEvent, dragged: Dragged): void {
  if (!event.dataTransfer) return;
  event.dataTransfer.effectAllowed = 'move';
  if ('folder' in dragged) event.dataTransfer.setData(FOLDER, dragged.folder);
  else event.dataTransfer.setData(DIAGRAMS, dragged.diagrams.join(' '));
}

/** Allows a drop here, where it is one of ours that is dragged. */
export function allowDrop(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  if (!types.includes(DIAGRAMS) && !types.includes(FOLDER)) return false;
  event.preventDefault();
  return true;
}

export function readDrop(event: DragEvent): Dragged | undefined {
  event.preventDefault();
  const folder = event.dataTransfer?.getData(FOLDER);
  if (folder) return { folder: folder as FolderId };
  const diagrams = event.dataTransfer?.getData(DIAGRAMS);
  return diagrams ? { diagrams: diagrams.split(' ') as DiagramId[] } : undefined;
}
