import { i18n } from '#i18n';
import { writeExcalidraw } from '../../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import type { MermaidFormat } from '../../../shared/scene/formats/mermaid/load-mermaid.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { hidesSomething } from '../../../shared/scene/redaction/cover.ts';
import type { ExportFormat } from '../export-format.ts';

/**
 * What of `scene` won't be in the files, in sentences for the person; before anything is made.
 *
 * @param mermaid what writes Mermaid, once that is loaded
 */
export function describeLosses(
  scene: Scene,
  formats: readonly ExportFormat[],
  mermaid?: MermaidFormat,
): readonly string[] {
  const sentences: string[] = [];
  const redactions = scene.elements.filter(({ type }) => type === 'redaction').length;
  if (redactions > 0) sentences.push(i18n.t('export.burned', redactions));
  if (scene.crop !== null) sentences.push(i18n.t('export.cropped'));
  if (scene.attachments.length > 0 && hidesSomething(scene)) {
    sentences.push(i18n.t('export.sourcesGone'));
  }
  // Without the pictures' bytes, which would be encoded for nothing.
  const light = { ...scene, files: {}, attachments: [] };
  // Formats that can't hold everything.
  const writers = [
    ['excalidraw', 'Excalidraw', writeExcalidraw],
    ['mermaid', 'Mermaid', mermaid?.writeMermaid],
  ] as const;
  for (const [format, name, write] of writers) {
    const losses = (formats.includes(format) && write?.(light).losses) || [];
    if (losses.length === 0) continue;
    const list = losses.map(({ what, count }) => `${what} (${count})`).join(', ');
    sentences.push(i18n.t('export.formatLoses', [name, list]));
  }
  return sentences;
}
