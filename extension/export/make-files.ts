import { writeExcalidraw } from '../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import { writeInkseal } from '../../shared/scene/formats/inkseal/write-inkseal.ts';
import { writeMermaid } from '../../shared/scene/formats/mermaid/write-mermaid.ts';
import type { Box } from '../../shared/scene/model/element.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import { burnScene } from './burn/burn-scene.ts';
import { exportBox } from './export-box.ts';
import { ExportError } from './export-error.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-format.ts';
import { fileName } from './file-name.ts';
import { makePng } from './picture/make-png.ts';
import { type Oversize, planPictures } from './picture/plan-pictures.ts';
import { makeSvg } from './svg/make-svg.ts';

export interface ExportOptions {
  readonly formats: readonly ExportFormat[];
  /** Pixels to a scene unit in pictures. */
  readonly scale: number;
  /** Whether the scene's own ground is painted. */
  readonly background: boolean;
  /** What is done where a picture would be too large. */
  readonly oversize: Oversize;
  /** Without an ending. */
  readonly stem: string;
}

interface Work {
  readonly burned: Scene;
  readonly box: Box;
  readonly options: ExportOptions;
}

/**
 * Burns `scene`, and makes the files that `options` ask for.
 *
 * @param onProgress before each format
 * @throws {ExportError | DOMException | RangeError} see `problemOf`
 */
export async function makeFiles(
  scene: Scene,
  options: ExportOptions,
  onProgress: (format: ExportFormat) => void = () => {},
): Promise<readonly File[]> {
  const burned = await burnScene(scene);
  const box = exportBox(burned);
  if (!box) throw new ExportError('empty');
  const files: File[] = [];
  for (const format of options.formats) {
    onProgress(format);
    await nextFrame();
    files.push(...(await makeFormat(format, { burned, box, options })));
  }
  return files;
}

async function makeFormat(format: ExportFormat, work: Work): Promise<readonly File[]> {
  const { burned, box, options } = work;
  const { background, stem } = options;
  switch (format) {
    case 'png':
      return makePictures(work);
    case 'svg':
      return [
        toFile(
          format,
          options,
          await makeSvg(burned, { box, background, title: stem, outlinesText: true }),
        ),
      ];
    case 'pdf': {
      const { makePdf } = await import('./pdf/make-pdf.ts');
      return [toFile(format, options, await makePdf(burned, { box, background, title: stem }))];
    }
    case 'inkseal':
      return [toFile(format, options, writeInkseal(burned))];
    case 'excalidraw':
      return [toFile(format, options, writeExcalidraw(burned).text)];
    case 'mermaid':
      return [toFile(format, options, writeMermaid(burned).text)];
  }
}

/** One PNG, or several where it would be too large. The first one carries the scene. */
async function makePictures({ burned, box, options }: Work): Promise<readonly File[]> {
  const { background, oversize, scale } = options;
  const planned = planPictures(box, scale, oversize);
  const files: File[] = [];
  for (const [index, picture] of planned.entries()) {
    const png = await makePng(burned, picture, { background, embeds: index === 0 });
    files.push(toFile('png', options, png, planned.length === 1 ? undefined : index + 1));
  }
  return files;
}

function toFile(
  format: ExportFormat,
  { stem }: ExportOptions,
  data: string | Uint8Array<ArrayBuffer>,
  part?: number,
): File {
  const { extension, mediaType } = EXPORT_FORMATS[format];
  return new File([data], fileName(stem, extension, part), { type: mediaType });
}

/** Lets what was said about progress be seen. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
