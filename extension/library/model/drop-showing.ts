import { type Hidden, hidAlready } from '../../../shared/scene/redaction/hidden.ts';
import type { DiagramVersion } from './diagram.ts';

export interface FitVersions {
  readonly versions: readonly DiagramVersion[];
  /** Whether there was one, with a name or without, that shows what the newest hides. */
  readonly isAnyShowing: boolean;
  /** Names of those that do so and stay, for a person keeps them. */
  readonly showing: readonly string[];
}

const NOTHING: Hidden = { crop: null, redactions: [], pictures: [] };

/**
 * Without the versions that were saved by themselves and show what the newest one hides: what is covered now is
 * gone from the history too.
 *
 * @param versions newest first
 */
export function dropShowing(versions: readonly DiagramVersion[]): FitVersions {
  const now = versions[0]?.hidden ?? NOTHING;
  const shows = new Set(versions.filter(({ hidden = NOTHING }) => !hidAlready(hidden, now)));
  return {
    versions: versions.filter((version) => version.name !== null || !shows.has(version)),
    isAnyShowing: shows.size > 0,
    showing: [...shows].flatMap(({ name }) => name ?? []),
  };
}
