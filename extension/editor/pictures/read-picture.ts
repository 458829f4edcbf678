import { utf8 } from '../../../shared/crypto/bytes.ts';
import { readSceneFile } from '../../../shared/scene/formats/scene-file.ts';
import type { SceneFile } from '../../../shared/scene/model/scene.ts';
import { sanitizeSvg } from '../../sandbox/ask-sandbox.ts';

const SVG = 'image/svg+xml';

export interface ReadPicture {
  readonly fileId: string;
  readonly file: SceneFile;
}

/**
 * A picture as a file of a scene; what runs or loads in an SVG is taken out.
 *
 * @throws {ReadError} it is none that may be drawn
 */
export async function readPicture(data: Blob): Promise<ReadPicture> {
  const bytes =
    data.type === SVG
      ? utf8((await sanitizeSvg(await data.text())).svg)
      : new Uint8Array(await data.arrayBuffer());
  return { fileId: crypto.randomUUID(), file: readSceneFile({ bytes, mimeType: data.type }) };
}
