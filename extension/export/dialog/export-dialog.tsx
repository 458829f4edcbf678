import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  loadMermaid,
  type MermaidFormat,
} from '../../../shared/scene/formats/mermaid/load-mermaid.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { saveFile } from '../../../shared/ui/reader/save-file.ts';
import { exportBox } from '../export-box.ts';
import { type ExportProblem, problemOf } from '../export-error.ts';
import type { ExportFormat } from '../export-format.ts';
import { defaultScale } from '../export-scale.ts';
import { fileName, fileStem } from '../file-name.ts';
import { makeFiles } from '../make-files.ts';
import { zipFiles } from '../zip-files.ts';
import { type CopyKind, copyScene } from './copy-scene.ts';
import { describeLosses } from './export-losses.ts';
import './export.css';
import { FormatChoices } from './format-choices.tsx';
import { PictureChoices, type PictureLook } from './picture-choices.tsx';

interface ExportDialogProps {
  readonly scene: Scene;
  /** Of the diagram; may be empty. */
  readonly name: string;
  readonly onClose: () => void;
}

type Doing =
  | { readonly name: 'nothing' }
  /** `done` of `total` steps, where there are several. */
  | { readonly name: 'making'; readonly done?: number; readonly total?: number }
  | { readonly name: 'stopped' }
  | { readonly name: 'done'; readonly what: string }
  | { readonly name: 'failed'; readonly problem: ExportProblem | 'clipboard' };

const PICTURES: readonly ExportFormat[] = ['png', 'svg', 'pdf'];
const COPIES: readonly CopyKind[] = ['picture', 'svg', 'text'];

/** Saves the diagram as one file or several, or copies it; says before what will be missing in it. */
export function ExportDialog({ scene, name, onClose }: ExportDialogProps) {
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['png']);
  const [look, setLook] = useState<PictureLook>(() => ({
    scale: defaultScale(scene),
    isTransparent: false,
    opensInExcalidraw: false,
    oversize: 'shrink',
  }));
  const [doing, setDoing] = useState<Doing>({ name: 'nothing' });
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const box = exportBox(scene);
  const background = !look.isTransparent;
  const stopping = useRef(new AbortController());
  useEffect(() => {
    dialog.current?.showModal();
    return () => stopping.current.abort();
  }, []);

  // Buttons stay enabled meanwhile, or the one with the focus would lose it.
  const isBusy = doing.name === 'making';

  async function attempt(act: () => Promise<string>): Promise<void> {
    try {
      setDoing({ name: 'done', what: await act() });
    } catch (error) {
      if (stopping.current.signal.aborted) {
        setDoing({ name: 'stopped' });
        return;
      }
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      setDoing({ name: 'failed', problem: isRefused ? 'clipboard' : problemOf(error) });
    }
  }

  function save(event: Event): void {
    event.preventDefault();
    const [first] = formats;
    if (!first || isBusy) return;
    const stem = fileStem(name);
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setDoing({ name: 'making' });
    void attempt(async () => {
      const files = await makeFiles(
        scene,
        { ...look, formats, background, stem },
        { signal, onProgress: (done, total) => setDoing({ name: 'making', done, total }) },
      );
      const [only] = files;
      const file =
        files.length === 1 && only ? only : await zipFiles(files, fileName(stem, '.zip'));
      signal.throwIfAborted();
      saveFile(file.name, file);
      return i18n.t('export.saved', [file.name]);
    });
  }

  function copy(kind: CopyKind): void {
    if (isBusy) return;
    stopping.current = new AbortController();
    setDoing({ name: 'making' });
    void attempt(async () => {
      await copyScene(scene, kind, { scale: look.scale, background });
      return i18n.t(`export.copied.${kind}`);
    });
  }

  const losses = describeLosses(scene, formats, useMermaid(formats.includes('mermaid')));
  return (
    <dialog ref={dialog} class="export-dialog" aria-labelledby={id} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <h2 id={id}>{i18n.t('export.title')}</h2>
        {box ? (
          <>
            <FormatChoices chosen={formats} onChange={setFormats} />
            {formats.some((format) => PICTURES.includes(format)) && (
              <PictureChoices
                box={box}
                canOpenInExcalidraw={formats.includes('png') || formats.includes('svg')}
                look={look}
                onChange={setLook}
              />
            )}
            {losses.length > 0 && (
              <ul class="export-losses small faded">
                {losses.map((loss) => (
                  <li key={loss}>{loss}</li>
                ))}
              </ul>
            )}
            <div class="row">
              <button type="submit" class="primary" disabled={formats.length === 0}>
                {formats.length > 1 ? i18n.t('export.saveZip') : i18n.t('export.save')}
              </button>
              {COPIES.map((kind) => (
                <button key={kind} type="button" onClick={() => copy(kind)}>
                  {i18n.t(`export.copy.${kind}`)}
                </button>
              ))}
            </div>
          </>
        ) : (
          <p>{i18n.t('export.problems.empty')}</p>
        )}
        <div role="status">
          {doing.name === 'making' && (
            <p>
              {i18n.t('export.making')}{' '}
              {doing.total !== undefined && doing.total > 1 ? (
                <progress
                  aria-label={i18n.t('export.making')}
                  max={doing.total}
                  value={doing.done}
                />
              ) : (
                <progress aria-label={i18n.t('export.making')} />
              )}
            </p>
          )}
          {doing.name === 'stopped' && <p>{i18n.t('export.stopped')}</p>}
          {doing.name === 'done' && <p>{doing.what}</p>}
        </div>
        <p class="error" role="alert">
          {doing.name === 'failed' && i18n.t(`export.problems.${doing.problem}`)}
        </p>
        <div class="row">
          <button type="button" onClick={() => dialog.current?.close()}>
            {i18n.t('export.close')}
          </button>
          {doing.name === 'making' && doing.total !== undefined && (
            <button type="button" onClick={() => stopping.current.abort()}>
              {i18n.t('export.stop')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

/** What writes Mermaid, from when it is wanted. Where it can't be loaded, saving says so. */
function useMermaid(isWanted: boolean): MermaidFormat | undefined {
  const [mermaid, setMermaid] = useState<MermaidFormat>();
  useEffect(() => {
    if (isWanted) loadMermaid().then(setMermaid, () => {});
  }, [isWanted]);
  return mermaid;
}
