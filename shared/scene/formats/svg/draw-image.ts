import type { XmlElement } from '@rgrove/parse-xml';
import type { SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { readDataUrl } from '../base64.ts';
import { ReadError } from '../read-result.ts';
import { readSceneFile } from '../scene-file.ts';
import { lengthsOf } from './draw-shape.ts';
import type { Drawing, Place } from './drawing.ts';
import { transform, turnOf } from './matrix.ts';
import { checkNumber } from './numbers.ts';
import { hrefOf } from './paint.ts';

/** An `image` whose bytes are in the file. What lies outside is never fetched. */
export function drawImage(element: XmlElement, place: Place, drawing: Drawing): SceneElement[] {
  const data = readDataUrl(hrefOf(element.attributes).replace(/\s+/g, ''));
  if (data === undefined || data.mimeType === 'image/svg+xml') {
    drawing.losses.add(data ? 'SVG pictures inside of it' : 'Pictures from outside of the file');
    return [];
  }
  const length = lengthsOf(element, place);
  try {
    const file = readSceneFile(data);
    const fileId = crypto.randomUUID();
    const size = { width: length('width') || file.width, height: length('height') || file.height };
    const turn = turnOf(place.matrix) ?? { angle: 0, scaleX: 1, scaleY: 1 };
    const middle = transform(place.matrix, [
      length('x') + size.width / 2,
      length('y') + size.height / 2,
    ]);
    const [width, height] = [
      checkNumber(size.width * turn.scaleX),
      checkNumber(size.height * turn.scaleY),
    ];
    drawing.files[fileId] = file;
    return [
      makeElement('image', {
        fileId,
        x: checkNumber(middle[0] - width / 2),
        y: checkNumber(middle[1] - height / 2),
        width,
        height,
        angle: turn.angle,
        opacity: Math.round(place.style.opacity * 100),
      }),
    ];
  } catch (error) {
    if (error instanceof ReadError && error.code === 'picture-too-large') throw error;
    drawing.losses.add('Pictures of a kind that is not known');
    return [];
  }
}
