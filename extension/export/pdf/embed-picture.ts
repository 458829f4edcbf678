import type { PDFDocument, PDFImage } from '@cantoo/pdf-lib';
import type { SceneFile } from '../../../shared/scene/model/scene.ts';
import { loadImage } from '../picture/load-image.ts';

/** Pixels to one of an SVG's own. */
const SVG_DENSITY = 3;

/** A picture in the document; PNG and JPEG as they are, others drawn. */
export async function embedPicture(document: PDFDocument, file: SceneFile): Promise<PDFImage> {
  if (file.mimeType === 'image/jpeg') return document.embedJpg(file.bytes);
  if (file.mimeType === 'image/png') return document.embedPng(file.bytes);
  const density = file.mimeType === 'image/svg+xml' ? SVG_DENSITY : 1;
  const image = await loadImage(new Blob([file.bytes], { type: file.mimeType }));
  const canvas = new OffscreenCanvas(
    Math.ceil(file.width * density),
    Math.ceil(file.height * density),
  );
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return document.embedPng(new Uint8Array(await blob.arrayBuffer()));
}
