import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { LIBRARY_SHELF, newDiagramId } from '../library.ts';
import { trimName } from '../organise.ts';
import type { UseLibrary } from '../page/use-library.ts';
import { saveDiagram } from '../save-diagram.ts';

/** As much as the server takes of one item. */
export const MAX_FILE_MIB = 100;
const MAX_FILE_BYTES = MAX_FILE_MIB * 1024 * 1024;

export interface AddingFile {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  /** Bytes that are sealed and kept; `too-large` is all that is ever said of such a file. */
  readonly done: number | 'too-large';
  readonly cancel: () => void;
}

export interface UseAddingFiles {
  /** Those that are on their way, and those that were refused. */
  readonly adding: readonly AddingFile[];
  readonly add: (files: readonly File[]) => void;
}

/** Puts files into the library, one after the other. */
export function useAddingFiles({ act }: Pick<UseLibrary, 'act'>): UseAddingFiles {
  const [adding, setAdding] = useState<readonly AddingFile[]>([]);
  const queue = useRef(Promise.resolve());
  const lastKey = useRef(0);
  const remove = (key: number) => setAdding((all) => all.filter((it) => it.key !== key));

  function add(files: readonly File[]): void {
    for (const file of files) {
      const key = ++lastKey.current;
      const canceling = new AbortController();
      const cancel = () => {
        canceling.abort();
        remove(key);
      };
      const isTooLarge = file.size > MAX_FILE_BYTES;
      const done = isTooLarge ? 'too-large' : 0;
      setAdding((all) => [...all, { key, name: file.name, bytes: file.size, done, cancel }]);
      if (isTooLarge) continue;
      const onProgress = (done: number) =>
        setAdding((all) => all.map((it) => (it.key === key ? { ...it, done } : it)));
      queue.current = queue.current.then(async () => {
        await addOne(file, canceling.signal, onProgress);
        remove(key);
      });
    }
  }

  async function addOne(
    file: File,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    if (signal.aborted) return;
    try {
      await addFile(file, signal, onProgress);
      await act(i18n.t('library.file.added', [file.name]), async () => {});
    } catch (error) {
      if (signal.aborted) return;
      await act('', () => Promise.reject(error));
    }
  }

  return { adding, add };
}

/** As the attachment of an empty scene. */
async function addFile(
  file: File,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const attachments = [{ name: file.name, type: file.type, bytes }];
  const options = { name: trimName(file.name), kind: 'file', signal, onProgress } as const;
  await saveDiagram(LIBRARY_SHELF, newDiagramId(), { ...EMPTY_SCENE, attachments }, options);
}
