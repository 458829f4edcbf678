import { nextFrame, nextPicture } from '../page/next-frame.ts';
import { listScopes } from '../page/scopes.ts';
import { isEmpty, shareRect } from '../page/seen-rect.ts';
import type { Point, Rect } from '../region/rect.ts';
import { CollectedSuggestions } from '../suggestions/collect-suggestions.ts';
import { ChangedStyles } from './changed-styles.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { holdInput } from './hold-input.ts';
import { loadAtOnce, passThrough, waitForImages } from './load-lazy.ts';
import type { EndMessage, ScreenMessage } from './messages.ts';
import { placePinned } from './pinned.ts';
import { StillPage } from './still-page.ts';
import { type Subject, seenOf, showPoint } from './subject.ts';

const MOST_SCREENS = 200;

/**
 * Scrolls a page through, so that the service worker takes one picture after another. The page is as it was when this
 * settles: after success, when the user stops it, after an error, and when the service worker is gone.
 */
export async function walkPage(chooseSubject: () => Subject): Promise<void> {
  const conversation = openConversation();
  const undo: (() => void)[] = [];
  const suggestions = new CollectedSuggestions();
  let ended: EndMessage['ended'] = 'not-whole';
  try {
    undo.push(holdInput(conversation.stop));
    const still = new StillPage();
    undo.push(() => still.restore());
    still.again();
    const styles = new ChangedStyles();
    undo.push(() => styles.restoreAll());
    undo.push(loadAtOnce());
    const subject = chooseSubject();
    for (const scroller of subject.scrollers) undo.push(scroller.restore);
    const walk = { subject, styles, still, conversation, suggestions };
    await prepare(walk);
    ended = await takeScreens(walk);
  } finally {
    for (const restore of undo.reverse()) attempt(restore);
    conversation.tell({ type: 'end', ended, suggestions: suggestions.list() });
    conversation.close();
  }
}

interface Walk {
  readonly subject: Subject;
  readonly styles: ChangedStyles;
  readonly still: StillPage;
  readonly conversation: Conversation;
  readonly suggestions: CollectedSuggestions;
}

async function prepare({ subject, styles, still, conversation }: Walk): Promise<void> {
  for (const scope of listScopes()) revealAll(scope.querySelectorAll<HTMLElement>('*'), styles);
  await passThrough(subject, conversation.signal);
  still.again();
  const { width, height } = subject.rect();
  conversation.tell({
    type: 'plan',
    size: { width, height },
    viewport: { width: innerWidth, height: innerHeight, scale: devicePixelRatio },
  });
}

/** What is laid out only near the window gets its real size; what follows the scrolling goes on doing so. */
function revealAll(elements: Iterable<HTMLElement>, styles: ChangedStyles): void {
  for (const element of elements) {
    const style = getComputedStyle(element);
    if (style.contentVisibility === 'auto') styles.set(element, 'content-visibility', 'visible');
    const timeline = style.getPropertyValue('animation-timeline');
    if (timeline !== '' && timeline !== 'auto') {
      styles.set(element, 'animation-play-state', 'running');
    }
  }
}

async function takeScreens(walk: Walk): Promise<EndMessage['ended']> {
  const { subject, conversation } = walk;
  const { width, height } = subject.rect();
  const isThrough = (covered: number, all: number) => covered >= all - 1;
  let count = 0;
  for (let y = 0; !isThrough(y, height); ) {
    let bottom = y;
    for (let x = 0; !isThrough(x, width); ) {
      if (conversation.signal.aborted) return 'stopped';
      if (count++ >= MOST_SCREENS) return 'too-long';
      const screen = await showScreen(walk, { x, y });
      if (!screen) return 'not-whole';
      const { right } = screen;
      bottom = screen.bottom;
      const rowDone = isThrough(right, width);
      const covered = rowDone
        ? { width, height: isThrough(bottom, height) ? height : bottom }
        : { width: y > 0 ? width : right, height: y > 0 ? y : bottom };
      const message: ScreenMessage = { type: 'screen', ...screen.shown, covered };
      if ((await conversation.show(message)) === 'stop') return 'stopped';
      x = right;
    }
    y = bottom;
  }
  return 'whole';
}

interface Screen {
  readonly shown: Pick<ScreenMessage, 'origin' | 'pieces'>;
  /** How far the whole is covered with this screen, from its own corner. */
  readonly right: number;
  readonly bottom: number;
}

/** Brings the part that begins at `from` into the window; undefined where it can't be seen at all. */
async function showScreen(walk: Walk, from: Point): Promise<Screen | undefined> {
  const { subject, styles, still, conversation, suggestions } = walk;
  showPoint(subject, from);
  await nextFrame(); // the page may act on being scrolled
  const scopes = listScopes();
  still.again(scopes);
  const origin = subject.rect();
  const seen = seenOf(subject);
  const right = wholePixels(seen.left + seen.width) - origin.left;
  const bottom = wholePixels(seen.top + seen.height) - origin.top;
  if (isEmpty(seen) || right <= from.x || bottom <= from.y) return undefined;
  const edges = {
    top: from.y === 0,
    left: from.x === 0,
    bottom: bottom >= origin.height - 1,
    right: right >= origin.width - 1,
  };
  const pinned = placePinned(subject, edges, styles, scopes);
  await nextPicture();
  await waitForImages(seen, conversation.signal);
  const fresh: Rect = {
    left: origin.left + from.x,
    top: origin.top + from.y,
    width: seen.left + seen.width - origin.left - from.x,
    height: seen.top + seen.height - origin.top - from.y,
  };
  const pieces = [fresh, ...pinned].map((piece) => shareRect(piece, seen));
  const moving = new Set(subject.scrollers.map(({ element }) => element));
  suggestions.add(origin, pieces, moving, scopes);
  const { left, top } = origin;
  return { shown: { origin: { left, top }, pieces }, right, bottom };
}

/** The last whole device pixel at or before an edge: the rest of it comes with the next screen. */
function wholePixels(edge: number): number {
  return Math.floor(edge * devicePixelRatio + 0.01) / devicePixelRatio;
}

function attempt(restore: () => void): void {
  try {
    restore();
  } catch {
    // What the page removed meanwhile needs nothing put back.
  }
}
