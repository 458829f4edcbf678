import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram, DiagramId } from '../model/diagram.ts';
import { deleteDiagrams } from '../organise.ts';
import { saveDiagram } from '../save-diagram.ts';
import { changeDiagram } from '../store-diagrams.ts';
import { openDiagram } from '../versions.ts';

export type ClashDecision = 'both' | 'this' | 'other';

/** The copies that stand beside what another device made, and wait for a person. */
export function findClashing(diagrams: readonly Diagram[]): readonly Diagram[] {
  return diagrams.filter((it) => it.clashesWith !== undefined && it.binnedAt === null);
}

/**
 * `both` stay as two diagrams; of `this`, the copy becomes the newest version of the diagram, the other device's stays
 * in its history; of `other`, the copy goes.
 */
export async function decideClash(copy: Diagram, decision: ClashDecision): Promise<void> {
  const original = copy.clashesWith as DiagramId;
  if (decision === 'this') {
    const opened = await openDiagram(LIBRARY_SHELF, copy.id);
    if (opened) await saveDiagram(LIBRARY_SHELF, original, opened.scene);
  }
  if (decision !== 'both') return deleteDiagrams(LIBRARY_SHELF, [copy.id]);
  await changeDiagram(LIBRARY_SHELF, copy.id, async (diagram) => {
    if (!diagram) return undefined;
    const { clashesWith: _, ...rest } = diagram;
    return rest;
  });
}
