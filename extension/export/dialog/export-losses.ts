import { i18n } from '#i18n';
import { writeExcalidraw } from '../../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import { writeMermaid } from '../../../shared/scene/formats/mermaid/write-mermaid.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { hidesSomething } from '../../../shared/scene/redaction/cover.ts';
import type { ExportFormat } from '../export-format.ts';

/** Formats that can't hold everything. */
const WRITERS = [
  ['excalidraw', 'Excalidraw', writeExcalidraw],
  ['mermaid', 'Mermaid', writeMermaid],
] as const;

/** What of `scene` won't be in the files, in sentences for the person; before anything is made. */
export function describeLosses(scene: Scene, formats: readonly ExportFormat[]): readonly string[] {
  const sentences: string[] = [];
  const redactions = scene.elements.filter(({ type }) => type === 'redaction').length;
  if (redactions > 0) sentences.push(i18n.t('export.burned', redactions));
  if (scene.crop !== null) sentences.push(i18n.t('export.cropped'));
  if (scene.attachments.length > 0 && hidesSomething(scene)) {
    sentences.push(i18n.t('export.sourcesGone'));
  }
  // Without the pictures' bytes, which would be encoded for nothing.
  const light = { ...scene, files: {}, attachments: [] };
  for (const [format, name, write] of WRITERS) {
    const losses = formats.includes(format) ? write(light).losses : [];
    if (losses.length === 0) continue;
    const list = losses.map(({ what, count }) => `${what} (${count})`).join(', ');
    sentences.push(i18n.t('export.formatLoses', [name, list]));
  }
  return sentences;
}
