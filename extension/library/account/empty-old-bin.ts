import { BIN_DAYS } from '../../../shared/api/library-limits.ts';
import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram, DiagramId } from '../model/diagram.ts';
import { deleteDiagrams } from '../organise.ts';

const DAY_MS = 86_400_000;

/** Those of the account that have been in the bin for 30 days. When they came into it stands in their sealed records. */
export function findOldBinned(
  diagrams: readonly Diagram[],
  accountIds: ReadonlySet<DiagramId>,
  now: number,
): readonly DiagramId[] {
  return diagrams
    .filter(({ id, binnedAt }) => binnedAt !== null && accountIds.has(id) && isOld(binnedAt, now))
    .map(({ id }) => id);
}

function isOld(binnedAt: number, now: number): boolean {
  return now - binnedAt >= BIN_DAYS * DAY_MS;
}

export function emptyOldBin(
  diagrams: readonly Diagram[],
  accountIds: ReadonlySet<DiagramId>,
): Promise<void> {
  return deleteDiagrams(LIBRARY_SHELF, findOldBinned(diagrams, accountIds, Date.now()));
}
