import { useEffect, useMemo } from 'preact/hooks';
import type { Box, ImageElement } from '../../../shared/scene/model/element.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import { placeOfPixels } from '../../../shared/scene/redaction/picture-pixels.ts';
import { renderElement } from '../../../shared/scene/render/render-element.ts';
import { boxPath } from './box-path.ts';
import { toVNode } from './svg-vnode.ts';
import { type Size, toCanvas, type View } from './view.ts';

interface CropShadeProps {
  readonly crop: Box;
  readonly view: View;
  readonly size: Size;
}

/** What exports leave away is in the shade. */
export function CropShade({ crop, view, size }: CropShadeProps) {
  const { width, height } = size;
  return <path class="crop-shade" d={`M0 0H${width}V${height}H0Z${boxPath(crop, 0, view)}`} />;
}

interface PictureShadeProps {
  readonly image: ImageElement;
  readonly file: SceneFile;
  readonly scene: Scene;
  readonly view: View;
}

/** All of the picture that is cropped, what is not shown of it in the shade. */
export function PictureShade({ image, file, scene, view }: PictureShadeProps) {
  const url = useMemo(
    () => URL.createObjectURL(new Blob([file.bytes], { type: file.mimeType })),
    [file],
  );
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const { width, height } = file;
  const place = placeOfPixels({ x: 0, y: 0, width, height }, image, file);
  const whole = { ...image, ...place, crop: null };
  const [x, y] = toCanvas(view, [0, 0]);
  return (
    <>
      <g transform={`translate(${x} ${y}) scale(${view.zoom})`}>
        {toVNode(renderElement(whole, scene, () => url))}
      </g>
      <path
        class="crop-shade"
        d={`${boxPath(whole, image.angle, view)}${boxPath(image, image.angle, view)}`}
      />
    </>
  );
}
