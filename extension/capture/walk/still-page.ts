import { listScopes, type Scope } from '../page/scopes.ts';

/** Nothing moves by itself or follows the pointer, and scrolling goes exactly where it is told. */
const STILL = `
*, *::before, *::after {
  animation-play-state: paused !important;
  transition: none !important;
  scroll-behavior: auto !important;
  scroll-snap-type: none !important;
  overflow-anchor: none !important;
  caret-color: transparent !important;
  pointer-events: none !important;
  image-animation: paused !important;
}
`;

/** Stops all that moves in the page; call `again` after scrolling, for what began to move by that. */
export class StillPage {
  readonly #sheets = new Map<Document, CSSStyleSheet>();
  readonly #scopes = new Set<Scope>();
  readonly #animations = new Set<Animation>();
  readonly #videos = new Set<HTMLVideoElement>();
  readonly #drawings = new Set<SVGSVGElement>();

  again(scopes: readonly Scope[] = listScopes()): void {
    for (const scope of scopes) {
      this.#addSheet(scope);
      for (const animation of scope.getAnimations()) this.#stillAnimation(animation);
      for (const video of scope.querySelectorAll('video')) {
        if (video.paused || video.ended) continue;
        video.pause();
        this.#videos.add(video);
      }
      for (const drawing of scope.querySelectorAll('svg')) {
        if (drawing.ownerSVGElement || drawing.animationsPaused()) continue;
        drawing.pauseAnimations();
        this.#drawings.add(drawing);
      }
    }
  }

  restore(): void {
    // What was changed while nothing had a transition must not get one now.
    void document.documentElement.offsetHeight;
    for (const scope of this.#scopes) {
      const sheets = [...this.#sheets.values()];
      scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((it) => !sheets.includes(it));
    }
    for (const animation of this.#animations) animation.play();
    for (const drawing of this.#drawings) drawing.unpauseAnimations();
    for (const video of this.#videos) void video.play().catch(() => {});
  }

  #addSheet(scope: Scope): void {
    const shown = scope.ownerDocument ?? (scope as Document);
    // A sheet can be used only in the document that it was made for.
    const Sheet = (shown.defaultView as typeof globalThis | null)?.CSSStyleSheet;
    if (this.#scopes.has(scope) || !Sheet) return;
    let sheet = this.#sheets.get(shown);
    if (!sheet) {
      sheet = new Sheet();
      sheet.replaceSync(STILL);
      this.#sheets.set(shown, sheet);
    }
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
    this.#scopes.add(scope);
  }

  /** What ends goes to its end, as what fades in must be seen; what never ends stops where it is. */
  #stillAnimation(animation: Animation): void {
    const end = animation.effect?.getComputedTiming().endTime;
    if (!(animation.timeline instanceof DocumentTimeline) || end === undefined) return;
    if (Number.isFinite(end)) {
      if (animation.playState !== 'finished') animation.finish();
    } else if (!(animation instanceof CSSAnimation) && animation.playState === 'running') {
      animation.pause();
      this.#animations.add(animation);
    }
  }
}
