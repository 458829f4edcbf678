import type { Box } from '../../../shared/scene/model/element.ts';
import type { PictureTile } from '../../drafts/draft.ts';
import { pictureScale } from '../crop-picture.ts';
import { type Rect, type Size, toDevicePixels } from '../region/rect.ts';
import { decodeDataUrl } from '../take-picture.ts';
import { CaptureError } from '../why-not.ts';
import type { PlanMessage, ScreenMessage } from './messages.ts';
import { planTiles } from './plan-tiles.ts';

interface Tile {
  readonly box: Box;
  canvas?: OffscreenCanvas;
  /** Begun as soon as nothing more comes into it. */
  encoded?: Promise<PictureTile>;
}

/** Puts the pictures of a walk together. */
export class Stitch {
  readonly #plan: PlanMessage;
  #scale = 1;
  #tiles: readonly Tile[] | undefined;
  #drawing: Promise<void> = Promise.resolve();
  #covered: Size = { width: 0, height: 0 };

  constructor(plan: PlanMessage) {
    this.#plan = plan;
  }

  /** Draws a picture of the window, a data URL, while the next one is awaited; what fails shows in `finish`. */
  add(picture: string, screen: ScreenMessage): void {
    this.#drawing = this.#drawing.then(() => this.#draw(picture, screen));
    this.#drawing.catch(() => {});
  }

  /** Pixels of the picture to a CSS pixel. */
  get scale(): number {
    return this.#scale;
  }

  /** The parts of the picture, as far as it was covered; none where nothing was. */
  async finish(): Promise<readonly PictureTile[]> {
    await this.#drawing;
    const covered = this.#toPixels(this.#covered);
    const tiles = (this.#tiles ?? []).map((tile) => {
      tile.encoded ??= encode(tile, covered);
      return tile.encoded;
    });
    return (await Promise.all(tiles)).filter(({ box }) => box.width > 0 && box.height > 0);
  }

  async #draw(picture: string, { origin, pieces, covered }: ScreenMessage): Promise<void> {
    const bitmap = await createImageBitmap(decodeDataUrl(picture));
    try {
      if (!this.#tiles) {
        this.#scale = pictureScale(bitmap.width, this.#plan.viewport);
        this.#tiles = planTiles(this.#toPixels(this.#plan.size)).map((box) => ({ box }));
      }
      const left = Math.round(origin.left * this.#scale);
      const top = Math.round(origin.top * this.#scale);
      for (const piece of pieces) {
        const from = toDevicePixels(piece, this.#scale, bitmap);
        if (from.width < 1 || from.height < 1) continue;
        this.#drawPiece(bitmap, from, { x: from.left - left, y: from.top - top });
      }
      this.#covered = covered;
      this.#encodeDone(bitmap.height);
    } finally {
      bitmap.close();
    }
  }

  #drawPiece(bitmap: ImageBitmap, from: Rect, to: { x: number; y: number }): void {
    const { width, height } = from;
    for (const tile of this.#tiles ?? []) {
      const { box } = tile;
      const isBeside = to.x >= box.x + box.width || to.x + width <= box.x;
      const isOff = to.y >= box.y + box.height || to.y + height <= box.y;
      if (isBeside || isOff || tile.encoded) continue;
      tile.canvas ??= new OffscreenCanvas(box.width, box.height);
      const context = tile.canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new CaptureError('failed');
      const [x, y] = [to.x - box.x, to.y - box.y];
      context.drawImage(bitmap, from.left, from.top, width, height, x, y, width, height);
    }
  }

  /** What hangs on the lower end may reach up as far as one screen, and comes last. */
  #encodeDone(screenHeight: number): void {
    const covered = this.#toPixels(this.#covered);
    const end = this.#toPixels(this.#plan.size).height - screenHeight;
    for (const tile of this.#tiles ?? []) {
      const bottom = tile.box.y + tile.box.height;
      if (!tile.encoded && bottom <= Math.min(end, covered.height)) {
        tile.encoded = encode(tile, covered);
        tile.encoded.catch(() => {});
      }
    }
  }

  #toPixels({ width, height }: Size): Size {
    return { width: Math.round(width * this.#scale), height: Math.round(height * this.#scale) };
  }
}

/** A PNG of what is covered of a tile; its canvas is given up. */
async function encode({ box, canvas }: Tile, covered: Size): Promise<PictureTile> {
  const width = Math.min(box.width, covered.width - box.x);
  const height = Math.min(box.height, covered.height - box.y);
  if (!canvas || width <= 0 || height <= 0) {
    return { data: new Blob(), box: { ...box, width: 0, height: 0 } };
  }
  const isWhole = width === box.width && height === box.height;
  const data = await (isWhole ? canvas : cutCanvas(canvas, { width, height })).convertToBlob();
  canvas.width = 0;
  return { data, box: { ...box, width, height } };
}

function cutCanvas(canvas: OffscreenCanvas, { width, height }: Size): OffscreenCanvas {
  const cut = new OffscreenCanvas(width, height);
  cut.getContext('2d')?.drawImage(canvas, 0, 0);
  return cut;
}
