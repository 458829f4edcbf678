import { type Bytes, utf8 } from '../../../crypto/bytes.ts';
import type { Scene } from '../../model/scene.ts';
import { encodeBase64 } from '../base64.ts';
import { writePngText } from '../png-chunks/png-text.ts';
import { INKSEAL_TYPE, PNG_KEYWORD } from './inkseal-format.ts';

/** The native file: JSON, pictures and attachments in base64. */
export function writeInkseal(scene: Scene): Bytes {
  return utf8(writeInksealText(scene));
}

/** `png` with the scene in it, so that the picture opens again as a scene. */
export function embedInPng(png: Uint8Array, scene: Scene): Promise<Bytes> {
  return writePngText(png, PNG_KEYWORD, writeInksealText(scene));
}

function writeInksealText({ files, attachments, ...scene }: Scene): string {
  const withData = <Held extends { bytes: Uint8Array }>({ bytes, ...rest }: Held) => ({
    ...rest,
    data: encodeBase64(bytes),
  });
  return JSON.stringify({
    type: INKSEAL_TYPE,
    ...scene,
    files: Object.fromEntries(Object.entries(files).map(([id, file]) => [id, withData(file)])),
    attachments: attachments.map(withData),
  });
}
