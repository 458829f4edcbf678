import { useRef } from 'preact/hooks';
import { formatBytes } from '../format.ts';
import * as text from '../text/composer.ts';

interface FileListProps {
  readonly files: readonly File[];
  /** Given the files that remain. */
  readonly onChange: (files: readonly File[]) => void;
}

/** The chosen files, each to be removed again. */
export function FileList({ files, onChange }: FileListProps) {
  const list = useRef<HTMLUListElement>(null);
  if (files.length === 0) return null;

  function remove(index: number): void {
    // The button goes away: the next one takes the focus, else the one before.
    const buttons = list.current?.querySelectorAll('button');
    (buttons?.[index + 1] ?? buttons?.[index - 1])?.focus();
    onChange(files.toSpliced(index, 1));
  }

  return (
    <ul ref={list} class="files">
      {files.map((file, index) => (
        <li key={file}>
          <span>
            <bdi>{file.name}</bdi> <span class="faded">{formatBytes(file.size)}</span>
          </span>
          <button
            type="button"
            class="quiet"
            aria-label={text.removeFile(file.name)}
            onClick={() => remove(index)}
          >
            {text.remove}
          </button>
        </li>
      ))}
    </ul>
  );
}
