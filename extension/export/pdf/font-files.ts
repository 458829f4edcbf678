import hand from '@fontsource/caveat/files/caveat-latin-400-normal.woff?url';
import sans from '@fontsource/inter/files/inter-latin-400-normal.woff?url';
import mono from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff?url';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import type { FontFamily } from '../../../shared/scene/model/element.ts';
import { unpackWoff } from './unpack-woff.ts';

/** PDFs take no woff2, whose compression is hard to undo. */
const FILES: { readonly [Family in FontFamily]: string } = { sans, hand, mono };

/** The font as a TrueType file. */
export async function readTrueType(family: FontFamily): Promise<Bytes> {
  const answer = await fetch(FILES[family]);
  return unpackWoff(new Uint8Array(await answer.arrayBuffer()));
}
