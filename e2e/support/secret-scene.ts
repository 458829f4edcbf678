import { PNG } from 'pngjs';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { writePngLatin1 } from '../../shared/scene/formats/png-chunks/png-text.ts';
import type { RedactionElement } from '../../shared/scene/model/element.ts';
import { makeElement } from '../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene, type SceneFile } from '../../shared/scene/model/scene.ts';
import type { Hidden } from './find-leaks.ts';

export const HIDDEN: Hidden = { red: 150, word: 'secret' };
/** What must still be there. */
export const SEEN_TEXTS = ['Seen before', 'after', 'Seen title'];

const WIDTH = 400;
const HEIGHT = 300;
/** Above this, all pixels of the picture that are cropped away have x. */
const CROP_LEFT = 360;

/** Upright and turned, solid and pixelated. */
export const REDACTIONS: readonly RedactionElement[] = [
  makeElement('redaction', { x: 60.3, y: 60.7, width: 120, height: 60 }),
  makeElement('redaction', {
    x: 220,
    y: 150,
    width: 110,
    height: 44,
    angle: 0.5,
    style: 'pixelate',
  }),
];

/** A picture whose pixels are all different ones, and much redder wherever they must be gone. */
function drawPicture(): Uint8Array {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const red = isHidden(x, y) ? 200 + ((x >> 8) * 2 + (y >> 8)) : (x >> 8) * 2 + (y >> 8);
      png.data.writeUInt32BE(
        ((red << 24) | ((x & 255) << 16) | ((y & 255) << 8) | 255) >>> 0,
        (y * WIDTH + x) * 4,
      );
    }
  }
  return PNG.sync.write(png);
}

let drawn: Uint8Array | undefined;

function makePicture(extraWord: string): SceneFile {
  drawn ??= drawPicture();
  const bytes = writePngLatin1(drawn, 'Comment', extraWord);
  return { mimeType: 'image/png', bytes, width: WIDTH, height: HEIGHT };
}

/** Whether some point of the pixel lies under a redaction, or all of it beyond the crop. */
function isHidden(x: number, y: number): boolean {
  if (x >= CROP_LEFT) return true;
  return REDACTIONS.some((redaction) =>
    [0, 0.25, 0.5, 0.75, 1].some((dx) =>
      [0, 0.25, 0.5, 0.75, 1].some((dy) => covers(redaction, x + dx, y + dy)),
    ),
  );
}

function covers({ x, y, width, height, angle }: RedactionElement, px: number, py: number): boolean {
  const [dx, dy] = [px - x - width / 2, py - y - height / 2];
  const across = dx * Math.cos(angle) + dy * Math.sin(angle);
  const down = dy * Math.cos(angle) - dx * Math.sin(angle);
  return Math.abs(across) < width / 2 && Math.abs(down) < height / 2;
}

/** A scene in which something hidden lies in every place that a file of it may have. */
export function makeSecretScene(): Scene {
  const [solid] = REDACTIONS;
  if (!solid) throw new Error('There is a redaction');
  const under = { x: solid.x + 10, y: solid.y + 10 };
  const color = { strokeColor: '#003300' };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40"><rect width="100" height="40" fill="#002040"/><rect x="60" width="40" height="40" fill="#ff0000"/><text y="20">secret golf</text></svg>`;
  return {
    ...EMPTY_SCENE,
    backgroundColor: '#00ffff',
    elements: [
      makeElement('image', {
        x: 0,
        y: 0,
        width: CROP_LEFT,
        height: HEIGHT,
        fileId: 'secret-sha1',
        crop: { x: 0, y: 0, width: CROP_LEFT, height: HEIGHT },
      }),
      makeElement('image', { x: 10, y: 75, width: 100, height: 40, fileId: 'drawing' }),
      makeElement('text', {
        ...color,
        id: 'secret-id',
        ...under,
        width: 90,
        height: 25,
        text: 'secret alpha',
      }),
      makeElement('text', {
        ...color,
        x: -60,
        y: 80,
        width: 330,
        height: 25,
        text: 'Seen before secret words and after',
        foreign: { originalText: 'secret charlie' },
      }),
      makeElement('text', { ...color, x: 0, y: -40, width: 100, height: 25, text: 'Seen title' }),
      makeElement('rectangle', {
        ...color,
        ...under,
        id: 'box',
        width: 200,
        height: 10,
        link: 'https://secret-delta.example',
        groupIds: ['secret-group'],
      }),
      makeElement('frame', { ...under, width: 20, height: 20, name: 'secret echo' }),
      makeElement('arrow', {
        ...color,
        x: 0,
        y: 90,
        points: [
          [0, 0],
          [120, 0],
        ],
        width: 120,
        endBinding: { elementId: 'secret-id', focus: 0, gap: 1 },
      }),
      ...REDACTIONS,
    ],
    files: {
      'secret-sha1': makePicture('secret foxtrot'),
      drawing: { mimeType: 'image/svg+xml', bytes: utf8(svg), width: 100, height: 40 },
      unused: makePicture('secret hotel'),
    },
    attachments: [{ name: 'secret.mmd', type: 'text/plain', bytes: utf8('secret india') }],
  };
}

/** The same, with the crop of the whole scene in place of the picture's own, and a text beyond it. */
export function makeCroppedScene(): Scene {
  const scene = makeSecretScene();
  const beyond = makeElement('text', {
    x: CROP_LEFT + 20,
    y: 200,
    width: 150,
    height: 25,
    text: 'secret beyond',
  });
  return {
    ...scene,
    crop: { x: -100, y: -60, width: CROP_LEFT + 100, height: HEIGHT + 60 },
    elements: scene.elements
      .map((element) =>
        element.type === 'image' && element.fileId === 'secret-sha1'
          ? { ...element, width: WIDTH, crop: null }
          : element,
      )
      .concat(beyond),
  };
}
