import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../settings/settings.ts';
import './share-dialog.css';
import { type Diagram, ShareDiagram } from './share-diagram.tsx';

interface ShareButtonProps {
  /** Whether there is nothing to share yet. */
  readonly isOpening: boolean;
  readonly settings: Settings;
  readonly draftId: string | undefined;
  /** What is open, asked for at the click. */
  readonly getDiagram: () => Diagram;
  /** Whether it is to open without a click, … */
  readonly isAsked: boolean;
  /** … and is told once it did. */
  readonly onAnswered: () => void;
}

/** Opens the share panel over the editor. Nothing is asked of the server before. */
export function ShareButton(props: ShareButtonProps) {
  const { settings, draftId, isOpening, getDiagram, isAsked, onAnswered } = props;
  const [diagram, setDiagram] = useState<Diagram>();
  const [round, setRound] = useState(0);
  const stage = useRef('idle');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (diagram && !dialog.current?.open) dialog.current?.showModal();
  }, [diagram]);

  function begin(): void {
    stage.current = 'idle';
    setDiagram(getDiagram());
    setRound(round + 1);
  }

  function open(): void {
    // A link is shown nowhere else: it stays until another share is begun.
    if (diagram && stage.current === 'shared') dialog.current?.showModal();
    else begin();
  }

  useEffect(() => {
    if (!isAsked || isOpening) return;
    open();
    onAnswered();
  }, [isAsked, isOpening]);

  const isUnderWay = () => stage.current === 'sealing' || stage.current === 'uploading';
  return (
    <>
      <button type="button" class="primary" disabled={isOpening} onClick={open}>
        {i18n.t('export.share.title')}
      </button>
      {diagram && (
        <dialog
          ref={dialog}
          aria-labelledby={id}
          onCancel={(event) => {
            if (isUnderWay()) event.preventDefault();
          }}
          onClose={() => {
            if (stage.current !== 'shared') setDiagram(undefined);
          }}
        >
          <div class="stack">
            <h2 id={id}>{i18n.t('export.share.title')}</h2>
            <ShareDiagram
              key={round}
              diagram={diagram}
              settings={settings}
              draftId={draftId}
              onState={(name) => {
                stage.current = name;
              }}
              onAnother={begin}
            />
            <div class="row">
              <button
                type="button"
                onClick={() => {
                  if (!isUnderWay()) dialog.current?.close();
                }}
              >
                {i18n.t('export.close')}
              </button>
            </div>
          </div>
        </dialog>
      )}
    </>
  );
}
