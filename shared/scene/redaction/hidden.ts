import { boundsOf } from '../geometry/bounds.ts';
import { boxAround, boxContains, boxesMeet } from '../geometry/box.ts';
import type { Box } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { areaOf, type Convex, subtract } from './convex.ts';
import { coverOf } from './cover.ts';

/** What a scene hides, without what is hidden: so that two of its states can be compared. */
export interface Hidden {
  /** Of the scene. */
  readonly crop: Box | null;
  readonly redactions: readonly HiddenArea[];
  /** Pictures of which only a part is shown, in their own pixels. */
  readonly pictures: readonly { readonly id: string; readonly crop: Box }[];
}

interface HiddenArea {
  readonly area: Convex;
  /** Ids of what lies over it, and so is seen. */
  readonly above: readonly string[];
}

/** So much of an area may differ: what rounding leaves. */
const SLIP = 1e-3;

export function readHidden({ crop, elements }: Scene): Hidden {
  const redactions = elements.flatMap((redaction, index): HiddenArea[] => {
    if (redaction.type !== 'redaction') return [];
    const { area } = coverOf(redaction);
    const box = boxAround(area);
    if (box === null || areaOf(area) === 0) return [];
    const above = elements
      .slice(index + 1)
      .filter((one) => one.type !== 'redaction' && boxesMeet(boundsOf(one), box));
    return [{ area, above: above.map(({ id }) => id) }];
  });
  const pictures = elements.flatMap((one) =>
    one.type === 'image' && one.crop !== null ? [{ id: one.id, crop: one.crop }] : [],
  );
  return { crop, redactions, pictures };
}

/**
 * Whether everything that `now` hides was hidden before, too. False where in doubt: where something was moved
 * together with its redaction, say.
 */
export function hidAlready(before: Hidden, now: Hidden): boolean {
  return (
    isWithin(before.crop, now.crop) &&
    now.redactions.every((area) => isCovered(area, before.redactions)) &&
    now.pictures.every(({ id, crop }) =>
      isWithin(before.pictures.find((one) => one.id === id)?.crop ?? null, crop),
    )
  );
}

function isWithin(before: Box | null, now: Box | null): boolean {
  return now === null || (before !== null && boxContains(now, before));
}

function isCovered({ area, above }: HiddenArea, before: readonly HiddenArea[]): boolean {
  const covers = before.filter((one) => one.above.every((id) => above.includes(id)));
  const seen = subtract(
    area,
    covers.map((one) => one.area),
  );
  return seen.reduce((sum, piece) => sum + areaOf(piece), 0) <= areaOf(area) * SLIP;
}
