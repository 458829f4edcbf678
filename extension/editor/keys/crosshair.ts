import { i18n } from '#i18n';
import type { Point } from '../../../shared/scene/model/element.ts';
import { targetAt } from '../canvas/target-at.ts';
import { toScene } from '../canvas/view.ts';
import { toolLabel } from '../chrome/tool-label.ts';
import type { EditorStore } from '../store.ts';
import type { PointerEventOf } from '../tools/tool.ts';
import type { ToolDriver } from '../tools/tool-driver.ts';
import type { ToolName } from '../tools/tool-name.ts';

/** What a click alone does all of. */
const CLICK_TOOLS: readonly ToolName[] = ['text', 'step'];

/** A pointer that the keyboard moves: with it every tool draws without a mouse. */
export class Crosshair {
  readonly #store: EditorStore;
  readonly #driver: ToolDriver;
  #isDown = false;

  constructor(store: EditorStore, driver: ToolDriver) {
    this.#store = store;
    this.#driver = driver;
  }

  /** Whether the chosen tool is one that draws with it. */
  get isOfUse(): boolean {
    const { tool } = this.#store.state;
    return tool !== 'select' && tool !== 'hand' && tool !== 'image';
  }

  /** Shows it in the middle, and says how it is used. */
  show(): void {
    const { size, tool } = this.#store.state;
    this.#isDown = false;
    this.#store.moveCrosshair([size.width / 2, size.height / 2]);
    this.#store.announce(i18n.t('editor.crosshair.hint', [toolLabel(tool)]));
  }

  /** By CSS pixels, and not off the canvas. */
  move(dx: number, dy: number): void {
    const { crosshair, size } = this.#store.state;
    if (crosshair === null) this.show();
    const [x, y] = this.#store.state.crosshair ?? [0, 0];
    const at: Point = [
      Math.max(0, Math.min(size.width, x + dx)),
      Math.max(0, Math.min(size.height, y + dy)),
    ];
    this.#store.moveCrosshair(at);
    this.#send('move', at);
    this.#say('at', at);
  }

  /** Puts down what is up, lifts what is down. */
  press(): void {
    const { crosshair, tool } = this.#store.state;
    if (crosshair === null) {
      this.show();
    } else if (CLICK_TOOLS.includes(tool)) {
      this.#send('down', crosshair);
      this.#send('up', crosshair);
    } else {
      this.#isDown = !this.#isDown;
      this.#say(this.#isDown ? 'down' : 'up', crosshair);
      this.#send(this.#isDown ? 'down' : 'up', crosshair);
    }
  }

  /** Leaves what was begun; returns whether anything was. */
  leave(): boolean {
    const wasDown = this.#isDown;
    this.#isDown = false;
    const wasShown = this.#store.state.crosshair !== null;
    if (!wasDown) this.#store.moveCrosshair(null);
    return wasDown || wasShown;
  }

  #send(type: 'down' | 'move' | 'up', at: Point): void {
    const point = toScene(this.#store.state.view, at);
    const event: PointerEventOf<typeof type> = {
      type,
      at,
      point,
      target: type === 'move' ? { kind: 'canvas' } : targetAt(this.#store.state, point),
      shift: false,
      alt: false,
      mod: false,
      pressure: null,
    };
    this.#driver.send(event as PointerEventOf<'down'>);
  }

  #say(what: 'at' | 'down' | 'up', at: Point): void {
    const [x, y] = toScene(this.#store.state.view, at);
    const place = [String(Math.round(x)), String(Math.round(y))] as [string, string];
    this.#store.announce(i18n.t(`editor.crosshair.${what}`, place));
  }
}
