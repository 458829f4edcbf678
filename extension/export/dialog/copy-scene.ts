import type { Scene } from '../../../shared/scene/model/scene.ts';
import { burnScene } from '../burn/burn-scene.ts';
import { exportBox } from '../export-box.ts';
import { ExportError } from '../export-error.ts';
import { makePng } from '../picture/make-png.ts';
import { planPictures } from '../picture/plan-pictures.ts';
import { readOutText } from '../read-out-text.ts';
import { makeSvg } from '../svg/make-svg.ts';

export type CopyKind = 'picture' | 'svg' | 'text';

interface CopyLook {
  readonly scale: number;
  readonly background: boolean;
}

/**
 * Puts the scene into the clipboard, burned. The picture is a plain one: programs drop what travels in it.
 *
 * @throws {ExportError | DOMException} `NotAllowedError` where the browser refuses
 */
export async function copyScene(scene: Scene, kind: CopyKind, look: CopyLook): Promise<void> {
  // Given as promises, so that the click still counts once they are made.
  const burned = burnScene(scene);
  const boxed = async () => {
    const box = exportBox(await burned);
    if (!box) throw new ExportError('empty');
    return box;
  };
  if (kind === 'picture') {
    const png = async () => {
      const [picture] = planPictures(await boxed(), look.scale, 'shrink');
      if (!picture) throw new ExportError('empty');
      const { background } = look;
      const bytes = await makePng(await burned, picture, { background, embeds: false });
      return new Blob([bytes], { type: 'image/png' });
    };
    return write({ 'image/png': png() });
  }
  const text = async () => {
    if (kind === 'text') return readOutText(await burned);
    return makeSvg(await burned, { box: await boxed(), background: look.background });
  };
  const blob = text().then((written) => new Blob([written], { type: 'text/plain' }));
  return write({ 'text/plain': blob });
}

async function write(items: Record<string, Promise<Blob>>): Promise<void> {
  // Where making fails, the clipboard's own error says less.
  await Promise.all([
    ...Object.values(items),
    navigator.clipboard.write([new ClipboardItem(items)]),
  ]);
}
