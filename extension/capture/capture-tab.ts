import type { PictureDraft } from '../drafts/draft.ts';
import { openDraft } from '../share/open-draft.ts';
import { recallRegion, rememberRegion } from './again/last-region.ts';
import { cropPicture } from './crop-picture.ts';
import { areSuggestions, type RegionTaken } from './messages.ts';
import type { Size } from './region/rect.ts';
import { runInPage } from './run-in-page.ts';
import type { PageLook } from './suggestions/look-at-page.ts';
import { cutSuggestions, scaleSuggestions } from './suggestions/scale-suggestions.ts';
import type { Suggestion } from './suggestions/suggestion.ts';
import { takePicture } from './take-picture.ts';
import { CaptureError } from './why-not.ts';

/** Takes what is visible in the tab, and opens it. @throws {CaptureError} */
export async function captureVisible(tabId: number): Promise<void> {
  const [look, data] = await Promise.all([askPage(tabId), takePicture(tabId)]);
  const about = look ? describePicture(look.viewport, look.viewport.scale, look.suggestions) : {};
  await openDraft({ kind: 'picture', data, ...about }, tabId);
}

type Region = Omit<RegionTaken, 'type'>;

/** Takes the region that the user chose in the tab, and opens it. @throws {CaptureError} */
export async function captureRegion(tabId: number, region: Region): Promise<void> {
  const { rect, viewport, suggestions } = region;
  await rememberRegion(tabId, rect);
  const data = await cropPicture(await takePicture(tabId), rect, viewport);
  const about = describePicture(rect, viewport.scale, suggestions);
  await openDraft({ kind: 'picture', data, ...about }, tabId);
}

/** Takes the region that was taken last in this page. @throws {CaptureError} */
export async function captureAgain(tabId: number): Promise<void> {
  const rect = await recallRegion(tabId);
  if (!rect) throw new CaptureError('noRegion');
  const look = await askPage(tabId);
  if (!look) throw new CaptureError('browserPage');
  const suggestions = cutSuggestions(look.suggestions, rect);
  await captureRegion(tabId, { rect, viewport: look.viewport, suggestions });
}

/** @param size in CSS pixels, as the suggestions' boxes */
function describePicture(
  { width, height }: Size,
  scale: number,
  suggestions: readonly Suggestion[],
): Pick<PictureDraft, 'scale' | 'suggestions'> {
  const box = { x: 0, y: 0, width: Math.round(width * scale), height: Math.round(height * scale) };
  return { scale, suggestions: scaleSuggestions(suggestions, scale, [{ box }]) };
}

/** What the page knows of what is seen of it; undefined where no script may run. */
async function askPage(tabId: number): Promise<PageLook | undefined> {
  try {
    const { result: look } = await runInPage(tabId, 'look');
    return areSuggestions(look?.suggestions) ? look : undefined;
  } catch {
    return undefined;
  }
}
