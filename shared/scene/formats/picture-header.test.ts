import { describe, expect, it } from 'vitest';
import { decodeBase64 } from './base64.ts';
import { readPictureHeader } from './picture-header.ts';
import { ReadError } from './read-result.ts';

/** Red pictures of 5 x 3 pixels, made by ImageMagick; the turned one got its orientation by hand. */
const PICTURES = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADAQMAAABh+Fe7AAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQI12NgAAEAAAYAAWb0yWwAAAAASUVORK5CYII=',
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAADAAUBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AHT//2Q==',
  turned:
    '/9j/4QAiRXhpZgAASUkqAAgAAAABABIBAwABAAAABgAAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAADAAUBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AHT//2Q==',
  gif: 'R0lGODlhBQADAPAAAP8AAAAAACH5BAAAAAAALAAAAAAFAAMAAAIDhI9ZADs=',
  webp: 'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoFAAMAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
  lossless: 'UklGRhwAAABXRUJQVlA4TA8AAAAvBIAAAAcQ/Y/+ByKi/wEA',
  transparent:
    'UklGRmAAAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSAoAAAABB9C/iAhERP8DVlA4IDAAAADQAQCdASoFAAMAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
};

const read = (name: keyof typeof PICTURES) => readPictureHeader(decodeBase64(PICTURES[name]));

function codeOf(bytes: Uint8Array): string {
  try {
    return readPictureHeader(bytes) === undefined ? 'none' : 'ok';
  } catch (error) {
    return error instanceof ReadError ? error.code : String(error);
  }
}

describe('the header of a picture', () => {
  const size = { width: 5, height: 3 };

  it('tells kind and size', () => {
    expect(read('png')).toEqual({ mimeType: 'image/png', ...size });
    expect(read('jpeg')).toEqual({ mimeType: 'image/jpeg', ...size });
    expect(read('gif')).toEqual({ mimeType: 'image/gif', ...size });
    for (const name of ['webp', 'lossless', 'transparent'] as const) {
      expect(read(name)).toEqual({ mimeType: 'image/webp', ...size });
    }
  });

  it('tells the size as it is shown, where a camera was turned', () => {
    expect(read('turned')).toEqual({ mimeType: 'image/jpeg', width: 3, height: 5 });
  });

  it.each(Object.keys(PICTURES) as (keyof typeof PICTURES)[])('finds each cut of a %s', (name) => {
    const bytes = decodeBase64(PICTURES[name]);
    for (let length = 0; length < bytes.length; length++) {
      expect(codeOf(bytes.subarray(0, length)), `${length}`).toMatch(/^(none|broken)$/);
    }
    expect(codeOf(bytes)).toBe('ok');
  });

  it('refuses bombs by their size alone', () => {
    const bomb = decodeBase64(PICTURES.png);
    new DataView(bomb.buffer).setUint32(16, 50_000);
    new DataView(bomb.buffer).setUint32(20, 50_000);
    expect(codeOf(bomb)).toBe('picture-too-large');
    new DataView(bomb.buffer).setUint32(16, 0);
    expect(codeOf(bomb)).toBe('broken');
    new DataView(bomb.buffer).setUint32(16, 1);
    new DataView(bomb.buffer).setUint32(20, 70_000);
    expect(codeOf(bomb)).toBe('picture-too-large');
  });

  it('knows nothing of anything else', () => {
    expect(codeOf(new TextEncoder().encode('<svg/>'))).toBe('none');
    expect(codeOf(new Uint8Array())).toBe('none');
  });
});
