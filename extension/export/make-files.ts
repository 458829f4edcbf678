import {
  embedExcalidrawInPng,
  embedExcalidrawInSvg,
} from '../../shared/scene/formats/excalidraw/payload.ts';
import { writeExcalidraw } from '../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import { writeInkseal } from '../../shared/scene/formats/inkseal/write-inkseal.ts';
import { loadMermaid } from '../../shared/scene/formats/mermaid/load-mermaid.ts';
import type { Box } from '../../shared/scene/model/element.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import { burnScene } from './burn/burn-scene.ts';
import { exportBox } from './export-box.ts';
import { ExportError } from './export-error.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-format.ts';
import { fileName } from './file-name.ts';
import { makePng } from './picture/make-png.ts';
import { type Oversize, type PlannedPicture, planPictures } from './picture/plan-pictures.ts';
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
  /** Whether PNG and SVG open in Excalidraw as drawings too. */
  readonly opensInExcalidraw?: boolean;
}

export interface Making {
  /** Of all steps, how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops it before the next step. */
  readonly signal?: AbortSignal;
}

interface Work {
  readonly burned: Scene;
  readonly box: Box;
  readonly options: ExportOptions;
  /** What Excalidraw is to open, where it is to. */
  readonly excalidraw: string | undefined;
  /** To be called before each picture and each file, so that it is seen how far this is and can be stopped. */
  readonly step: () => Promise<void>;
}

/**
 * Burns `scene`, and makes the files that `options` ask for.
 *
 * @throws {ExportError | DOMException | RangeError} see `problemOf`; `AbortError` where it was stopped
 */
export async function makeFiles(
  scene: Scene,
  options: ExportOptions,
  { onProgress = () => {}, signal }: Making = {},
): Promise<readonly File[]> {
  const { formats, opensInExcalidraw } = options;
  const burned = await burnScene(scene);
  const box = exportBox(burned);
  if (!box) throw new ExportError('empty');
  const pictures = formats.includes('png') ? planOf(box, options).length : 0;
  const total = formats.filter((format) => format !== 'png').length + pictures;
  let begun = 0;
  const step = async () => {
    onProgress(begun++, total);
    // Lets what was said be seen, and a click on the button that stops it be heard.
    await nextTask();
    signal?.throwIfAborted();
  };
  const excalidraw = opensInExcalidraw ? writeExcalidraw(burned).text : undefined;
  const work = { burned, box, options, excalidraw, step };
  const files: File[] = [];
  for (const format of formats) files.push(...(await makeFormat(format, work)));
  signal?.throwIfAborted();
  return files;
}

async function makeFormat(format: ExportFormat, work: Work): Promise<readonly File[]> {
  const { burned, box, options, excalidraw, step } = work;
  const { background, stem } = options;
  if (format === 'png') return makePictures(work);
  await step();
  switch (format) {
    case 'svg': {
      const svg = await makeSvg(burned, { box, background, title: stem, outlinesText: true });
      const whole = excalidraw ? await embedExcalidrawInSvg(svg, excalidraw) : svg;
      return [toFile(format, options, whole)];
    }
    case 'pdf': {
      const { makePdf } = await import('./pdf/make-pdf.ts');
      return [toFile(format, options, await makePdf(burned, { box, background, title: stem }))];
    }
    case 'inkseal':
      return [toFile(format, options, writeInkseal(burned))];
    case 'excalidraw':
      return [toFile(format, options, writeExcalidraw(burned).text)];
    case 'mermaid': {
      const { writeMermaid } = await loadMermaid();
      return [toFile(format, options, writeMermaid(burned).text)];
    }
  }
}

/** One PNG, or several where it would be too large. The first one carries the scene. */
async function makePictures({ burned, box, options, excalidraw, step }: Work) {
  const { background } = options;
  const planned = planOf(box, options);
  const files: File[] = [];
  for (const [index, picture] of planned.entries()) {
    await step();
    const isFirst = index === 0;
    const drawn = await makePng(burned, picture, { background, embeds: isFirst });
    const png = isFirst && excalidraw ? await embedExcalidrawInPng(drawn, excalidraw) : drawn;
    files.push(toFile('png', options, png, planned.length === 1 ? undefined : index + 1));
  }
  return files;
}

function planOf(box: Box, { scale, oversize }: ExportOptions): readonly PlannedPicture[] {
  return planPictures(box, scale, oversize);
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

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
