import { useEffect, useRef } from 'preact/hooks';

interface DroppedFiles {
  readonly files: readonly File[];
  /** Files came through the clipboard. */
  readonly pasted: boolean;
  /** Folders were among them, which can't be read as files. */
  readonly hasFolders: boolean;
}

/** Files dropped or pasted anywhere in the window. Without it, a drop beside the form would leave the page. */
export function useDroppedFiles(onFiles: (dropped: DroppedFiles) => void): void {
  const current = useRef(onFiles);
  current.current = onFiles;
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      current.current({ ...readTransfer(event.dataTransfer), pasted: false });
    };
    const paste = (event: ClipboardEvent) => {
      const { clipboardData, target } = event;
      if (!clipboardData?.files.length) return;
      // Office programs put a picture beside the text: in a text field the text is meant.
      const isText = clipboardData.types.includes('text/plain');
      if (isText && target instanceof Element && target.matches('input, textarea')) return;
      event.preventDefault();
      current.current({ ...readTransfer(clipboardData), pasted: true });
    };
    addEventListener('dragover', allow, { signal });
    addEventListener('drop', drop, { signal });
    addEventListener('paste', paste, { signal });
    return () => leaving.abort();
  }, []);
}

function readTransfer({ items }: DataTransfer): { files: File[]; hasFolders: boolean } {
  const files: File[] = [];
  let hasFolders = false;
  for (const item of items) {
    if (item.webkitGetAsEntry()?.isDirectory) hasFolders = true;
    else {
      const file = item.getAsFile();
      if (file) files.push(file);
    }
  }
  return { files, hasFolders };
}
