import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { FontFamily } from '../../shared/scene/model/element.ts';
import hand from './files/caveat.woff2?url';
import sans from './files/inter.woff2?url';
import mono from './files/jetbrains-mono.woff2?url';

/** A font that the extension brings: its name in CSS, and where its woff2 file lies. */
interface FontFace {
  readonly name: string;
  readonly url: string;
}

export const FONT_FACES: { readonly [Family in FontFamily]: FontFace } = {
  sans: { name: 'Inter', url: sans },
  hand: { name: 'Caveat', url: hand },
  mono: { name: 'JetBrains Mono', url: mono },
};

export const FONT_FAMILIES = Object.keys(FONT_FACES) as readonly FontFamily[];

const read = new Map<FontFamily, Promise<Bytes>>();

/** The font's woff2 file. */
export function readFont(family: FontFamily): Promise<Bytes> {
  let bytes = read.get(family);
  if (!bytes) {
    bytes = fetch(FONT_FACES[family].url)
      .then((answer) => answer.arrayBuffer())
      .then((buffer) => new Uint8Array(buffer));
    bytes.catch(() => read.delete(family));
    read.set(family, bytes);
  }
  return bytes;
}
