import { nextFrame } from '../page/next-frame.ts';
import { listScopes } from '../page/scopes.ts';
import { isEmpty, seenRect, shareRect } from '../page/seen-rect.ts';
import type { Rect } from '../region/rect.ts';
import { type Subject, seenOf, showPoint } from './subject.ts';

const MOST_STEPS = 120;
const LONGEST_LOADING_MS = 4000;
const LONGEST_DECODING_MS = 400;
const POLL_MS = 30;

/** Loads at once what would wait until it is scrolled to; returns what makes it wait again. */
export function loadAtOnce(): () => void {
  const waiting = listScopes().flatMap((scope) => [
    ...scope.querySelectorAll('[loading="lazy" i]'),
  ]);
  for (const element of waiting) element.setAttribute('loading', 'eager');
  return () => {
    for (const element of waiting) element.setAttribute('loading', 'lazy');
  };
}

/** Scrolls through all of it once, for pages that load by themselves what comes into view, and waits for images. */
export async function passThrough(subject: Subject, signal: AbortSignal): Promise<void> {
  const { height } = subject.rect();
  let y = 0;
  for (let step = 0; step < MOST_STEPS && y < height && !signal.aborted; step++) {
    showPoint(subject, { x: 0, y });
    await nextFrame();
    const seen = seenOf(subject);
    if (seen.height < 1) break;
    y += seen.height;
  }
  showPoint(subject, { x: 0, y: 0 });
  await nextFrame();
  await waitForImages(subject.rect(), signal);
}

/** Waits until the images in a part of the window are there and can be drawn. */
export async function waitForImages(part: Rect, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + LONGEST_LOADING_MS;
  const images = imagesIn(part);
  while (images.some(isLoading) && performance.now() < deadline && !signal.aborted) {
    await pause(POLL_MS);
  }
  const decoded = images.filter(isThere).map((image) => image.decode().catch(() => {}));
  await Promise.race([Promise.all(decoded), pause(LONGEST_DECODING_MS)]);
}

function imagesIn(part: Rect): readonly HTMLImageElement[] {
  return listScopes()
    .flatMap((scope) => [...scope.querySelectorAll('img')])
    .filter((image) => !isEmpty(shareRect(seenRect(image), part)));
}

function isLoading(image: HTMLImageElement): boolean {
  return !image.complete && image.currentSrc !== '';
}

function isThere(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth > 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
