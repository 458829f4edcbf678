import { pictureScene } from '../../../shared/scene/formats/picture-scene.ts';
import { readDiagram } from '../../../shared/scene/formats/read-diagram.ts';
import { READ_LIMITS } from '../../../shared/scene/formats/read-limits.ts';
import {
  ReadError,
  type ReadResult,
  toFailure,
} from '../../../shared/scene/formats/read-result.ts';
import { measureText } from '../../fonts/measure-text.ts';
import { readPicture } from '../pictures/read-picture.ts';

/** What a file holds: a diagram of any format that is known, also within a picture, else the picture. */
export async function readFile(file: Blob): Promise<ReadResult> {
  try {
    if (file.size > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    const diagram = readDiagram(new Uint8Array(await file.arrayBuffer()), measureText);
    if (diagram !== undefined) return diagram;
    return { ok: true, scene: pictureScene((await readPicture(file)).file), losses: [] };
  } catch (error) {
    return toFailure(error);
  }
}
