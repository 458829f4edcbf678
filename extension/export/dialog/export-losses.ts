import { i18n } from '#i18n';
import { writeExcalidraw } from '../../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { hidesSomething } from '../../../shared/scene/redaction/cover.ts';
import type { ExportFormat } from '../export-format.ts';

/** What of `scene` won't be in the files, in sentences for the person; before anything is made. */
export function describeLosses(scene: Scene, formats: readonly ExportFormat[]): readonly string[] {
  const sentences: string[] = [];
  const redactions = scene.elements.filter(({ type }) => type === 'redaction').length;
  if (redactions > 0) sentences.push(i18n.t('export.burned', redactions));
  if (scene.crop !== null) sentences.push(i18n.t('export.cropped'));
  if (scene.attachments.length > 0 && hidesSomething(scene)) {
    sentences.push(i18n.t('export.sourcesGone'));
  }
  if (formats.includes('excalidraw')) {
    // Without the pictures' bytes, which would be encoded for nothing.
    const { losses } = writeExcalidraw({ ...scene, files: {}, attachments: [] });
    if (losses.length > 0) {
      const list = losses.map(({ what, count }) => `${what} (${count})`).join(', ');
      sentences.push(i18n.t('export.formatLoses', ['Excalidraw', list]));
    }
  }
  return sentences;
}
