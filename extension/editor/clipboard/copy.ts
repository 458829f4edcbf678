import { writeExcalidrawClipboard } from '../../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import { pickElements } from '../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { withFrameChildren, withLabels } from '../../../shared/scene/operations/pick.ts';
import { burnScene } from '../../export/burn/burn-scene.ts';

/** What was copied in this tab, as it is edited; its text tells it from what others copied. */
let copied: { readonly text: Promise<string>; readonly scene: Scene } | undefined;

/**
 * Puts elements on the clipboard, in the format of Excalidraw, which other tabs and Excalidraw itself take. Under
 * redactions nothing is left in it, also where the redaction is not copied along.
 *
 * @throws {DOMException} the browser refuses
 */
export async function copyElementsOut(scene: Scene, ids: ReadonlySet<string>): Promise<void> {
  const elements = withLabels(scene, withFrameChildren(scene, pickElements(scene, ids)));
  const text = writeElements(scene, new Set(elements.map(({ id }) => id)));
  copied = { text, scene: { ...scene, elements, attachments: [] } };
  const blob = text.then((written) => new Blob([written], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** These elements for the clipboard, without what others of the scene cover. */
export async function writeElements(scene: Scene, ids: ReadonlySet<string>): Promise<string> {
  // Under names that burning keeps, and of no kind that it makes pictures of: so that they can be told afterwards.
  const coverIds = new Set<string>();
  const part = scene.elements.flatMap((element): readonly SceneElement[] => {
    if (ids.has(element.id)) return [element];
    if (element.type !== 'redaction') return [];
    const id = crypto.randomUUID();
    coverIds.add(id);
    return [{ ...element, id, style: 'solid' }];
  });
  const burned = await burnScene({ ...scene, elements: part, attachments: [] });
  const kept = burned.elements.filter(({ id }) => !coverIds.has(id));
  return writeExcalidrawClipboard(kept, burned);
}

/** What was copied last in this tab, whatever is on the clipboard since. */
export function lastCopied(): Scene | undefined {
  return copied?.scene;
}

/** What was copied in this tab, where `text` is it: with all that the clipboard itself may not hold. */
export async function copiedHere(text: string): Promise<Scene | null> {
  return copied !== undefined && (await copied.text) === text ? copied.scene : null;
}
