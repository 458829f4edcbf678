import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { concat, utf8 } from '../../crypto/bytes.ts';
import { writePngText } from '../formats/png-chunks/png-text.ts';
import type { SceneFile } from '../model/scene.ts';
import { isBarePicture } from './bare-picture.ts';

const PNG_BYTES = new Uint8Array(PNG.sync.write(new PNG({ width: 2, height: 2 })));

function isBare(mimeType: SceneFile['mimeType'], bytes: Uint8Array): boolean {
  return isBarePicture({ mimeType, bytes: new Uint8Array(bytes), width: 2, height: 2 });
}

test('a PNG is bare without text and without anything behind its end', async () => {
  expect(isBare('image/png', PNG_BYTES)).toBe(true);
  expect(isBare('image/png', await writePngText(PNG_BYTES, 'Comment', 'at home'))).toBe(false);
  expect(isBare('image/png', concat(PNG_BYTES, utf8('what was cropped')))).toBe(false);
});

const segment = (marker: number, data: Uint8Array) =>
  concat(Uint8Array.of(0xff, marker, 0, data.length + 2), data);
const JFIF = segment(0xe0, concat(utf8('JFIF\0'), new Uint8Array(9)));
const SCAN = concat(segment(0xda, new Uint8Array(10)), utf8('pixels'), Uint8Array.of(0xff, 0xd9));
const jpeg = (...parts: Uint8Array[]) => concat(Uint8Array.of(0xff, 0xd8), ...parts);

test('a JPEG is bare without camera, comment or second picture', () => {
  expect(isBare('image/jpeg', jpeg(JFIF, SCAN))).toBe(true);
  expect(isBare('image/jpeg', jpeg(JFIF, segment(0xe1, utf8('Exif\0\0')), SCAN))).toBe(false);
  expect(isBare('image/jpeg', jpeg(JFIF, segment(0xfe, utf8('hello')), SCAN))).toBe(false);
  expect(isBare('image/jpeg', concat(jpeg(JFIF, SCAN), jpeg(JFIF, SCAN)))).toBe(false);
});

test('a WebP is bare without EXIF', () => {
  const riff = (...chunks: Uint8Array[]) => {
    const body = concat(utf8('WEBP'), ...chunks);
    return concat(utf8('RIFF'), Uint8Array.of(body.length, 0, 0, 0), body);
  };
  const lossy = concat(utf8('VP8 '), Uint8Array.of(4, 0, 0, 0), utf8('abcd'));
  const exif = concat(utf8('EXIF'), Uint8Array.of(2, 0, 0, 0), utf8('ab'));
  expect(isBare('image/webp', riff(lossy))).toBe(true);
  expect(isBare('image/webp', riff(lossy, exif))).toBe(false);
});

test('of a GIF nobody says it', () => {
  expect(isBare('image/gif', utf8('GIF89a'))).toBe(false);
});
