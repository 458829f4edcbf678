import type { Point } from '../../../shared/scene/model/element.ts';
import { takeInFiles } from '../opening/take-in-files.ts';
import type { EditorStore } from '../store.ts';
import { copySelection, cutSelection } from './clipboard-actions.ts';
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

  const takeOver = (event: ClipboardEvent): boolean => {
    if (isElsewhere(event) || store.state.selection.size === 0) return false;
    event.preventDefault();
    return true;
  };
  const onCopy = (event: ClipboardEvent) => {
    if (takeOver(event)) copySelection(store);
  };
  const onCut = (event: ClipboardEvent) => {
    if (takeOver(event)) cutSelection(store);
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
