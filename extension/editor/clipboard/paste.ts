import {
  isExcalidraw,
  readExcalidraw,
} from '../../../shared/scene/formats/excalidraw/read-excalidraw.ts';
import { parseJson } from '../../../shared/scene/formats/json-text.ts';
import type { Point } from '../../../shared/scene/model/element.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import { setText } from '../../../shared/scene/operations/set-text.ts';
import { measureText } from '../../fonts/measure-text.ts';
import { toScene } from '../canvas/view.ts';
import { announceStep } from '../chrome/announce.ts';
import { insertScene } from '../opening/insert-scene.ts';
import { takeInFiles } from '../opening/take-in-files.ts';
import type { EditorStore } from '../store.ts';
import { newText } from '../tools/text/edit-text.ts';
import { copiedHere } from './copy.ts';

/** What a paste brings. */
export interface Pasted {
  readonly text: string;
  readonly files: readonly File[];
}

/** Puts what is on the clipboard into the scene, about `at` of the canvas: elements, pictures, an SVG, or a text. */
export async function paste(store: EditorStore, { text, files }: Pasted, at: Point): Promise<void> {
  const own = await copiedHere(text);
  if (own !== null) return insertScene(store, own, 'paste', at);
  if (looksLikeElements(text)) {
    const result = await readExcalidraw(text);
    if (result.ok) insertScene(store, result.scene, 'paste', at);
    else store.tell(result.message);
    return;
  }
  if (files.length > 0) return takeInFiles(store, files, at);
  if (/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text)) {
    return takeInFiles(store, [new Blob([text], { type: 'image/svg+xml' })], at);
  }
  if (text.trim() !== '') pasteText(store, text, at);
}

function looksLikeElements(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    return isExcalidraw(parseJson(text));
  } catch {
    return false;
  }
}

function pasteText(store: EditorStore, text: string, at: Point): void {
  const { scene, style, view } = store.state;
  const element = newText(style, toScene(view, at));
  const added = addElements(scene, [element]);
  const step = { key: 'paste', count: 1 } as const;
  const written = setText(added, element.id, text.replace(/\r\n?/g, '\n'), measureText);
  store.setTool('select');
  store.commit(step, written, { selection: [element.id] });
  announceStep(store, step);
}
