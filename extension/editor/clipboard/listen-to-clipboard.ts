import { i18n } from '#i18n';
import type { Point } from '../../../shared/scene/model/element.ts';
import { removeElements } from '../../../shared/scene/operations/remove-elements.ts';
import { changeSelected } from '../actions/actions.ts';
import { takeInFiles } from '../opening/take-in-files.ts';
import type { EditorStore } from '../store.ts';
import { copyElementsOut } from './copy.ts';
import { paste } from './paste.ts';

/** Copy, cut, paste and drop, wherever the focus is except where one types. */
export function listenToClipboard(store: EditorStore, canvas: HTMLElement): () => void {
  /** Where the pointer was last, on the canvas; what is pasted comes there. */
  let pointer: Point | null = null;
  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const middle = (): Point => [store.state.size.width / 2, store.state.size.height / 2];
  const isElsewhere = (event: Event) =>
    event.target instanceof Element &&
    event.target.closest('input, textarea, dialog[open]') !== null;

  const copyOut = (event: ClipboardEvent): boolean => {
    const { scene, selection } = store.state;
    if (isElsewhere(event) || selection.size === 0) return false;
    event.preventDefault();
    copyElementsOut(scene, selection).then(
      () => store.announce(i18n.t('editor.clipboard.copied', selection.size)),
      () => store.tell(i18n.t('editor.clipboard.refused')),
    );
    return true;
  };
  const onCopy = (event: ClipboardEvent) => void copyOut(event);
  const onCut = (event: ClipboardEvent) => {
    if (copyOut(event)) changeSelected(store, 'cut', removeElements);
  };
  const onPaste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (isElsewhere(event) || data === null) return;
    event.preventDefault();
    const pasted = { text: data.getData('text/plain'), files: [...data.files] };
    void paste(store, pasted, pointer ?? middle());
  };
  const onMove = (event: PointerEvent) => {
    pointer = placeOf(event);
  };
  const onLeave = () => {
    pointer = null;
  };
  const onDragOver = (event: DragEvent) => event.preventDefault();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void takeInFiles(store, event.dataTransfer?.files ?? [], placeOf(event));
  };

  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCut);
  document.addEventListener('paste', onPaste);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerleave', onLeave);
  canvas.addEventListener('dragover', onDragOver);
  canvas.addEventListener('drop', onDrop);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCut);
    document.removeEventListener('paste', onPaste);
    canvas.removeEventListener('pointermove', onMove);
    canvas.removeEventListener('pointerleave', onLeave);
    canvas.removeEventListener('dragover', onDragOver);
    canvas.removeEventListener('drop', onDrop);
  };
}
