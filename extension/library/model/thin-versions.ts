import type { DiagramVersion } from './diagram.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How many versions that were saved by themselves stay: so storage is bounded. Named ones stay for good. */
export const KEPT_LAST = 20;
export const KEPT_HOURS = 24;
export const KEPT_DAYS = 30;

/**
 * The versions that stay, in their order: the newest, all that have a name, the last 20, and the last one of
 * each of the past 24 hours and 30 days.
 *
 * @param versions newest first
 * @param now milliseconds since 1970
 */
export function thinVersions(
  versions: readonly DiagramVersion[],
  now: number,
): readonly DiagramVersion[] {
  const automatic = versions.filter(({ name }) => name === null);
  const kept = new Set([
    versions[0],
    ...automatic.slice(0, KEPT_LAST),
    ...lastOfEach(HOUR_MS, KEPT_HOURS, automatic, now),
    ...lastOfEach(DAY_MS, KEPT_DAYS, automatic, now),
  ]);
  return versions.filter((version) => version.name !== null || kept.has(version));
}

function lastOfEach(
  spanMs: number,
  count: number,
  versions: readonly DiagramVersion[],
  now: number,
): DiagramVersion[] {
  const spanOf = (time: number) => Math.floor(time / spanMs);
  const oldest = spanOf(now) - count;
  const seen = new Set<number>();
  return versions.filter(({ savedAt }) => {
    const span = spanOf(savedAt);
    if (span <= oldest || seen.has(span)) return false;
    seen.add(span);
    return true;
  });
}
