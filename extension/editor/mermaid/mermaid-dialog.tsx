import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { mermaidToScene } from '../../sandbox/ask-sandbox.ts';
import { insertScene } from '../opening/insert-scene.ts';
import { tellLosses } from '../opening/tell-losses.ts';
import { useStore } from '../use-editor.ts';

const EXAMPLE = `flowchart TD
  login["Log in"] --> known{"Known?"}
  known -->|"yes"| token["Token"]
  known -->|"no"| login`;

interface MermaidDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Takes a text in Mermaid, and puts what it draws into the scene. */
export function MermaidDialog({ isOpen, onClose }: MermaidDialogProps) {
  const store = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState(EXAMPLE);
  const [problem, setProblem] = useState('');
  const [isDrawing, setDrawing] = useState(false);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  async function draw(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setDrawing(true);
    setProblem('');
    const result = await mermaidToScene(text);
    setDrawing(false);
    if (!dialog.current?.open) return;
    if (!result.ok) {
      setProblem(result.message);
      return;
    }
    onClose();
    insertScene(store, result.scene, 'import');
    tellLosses(store, result.losses);
  }

  return (
    <dialog ref={dialog} class="mermaid-dialog" aria-labelledby={id} onClose={onClose}>
      {isOpen && (
        <form class="stack" onSubmit={draw}>
          <h2 id={id}>{i18n.t('editor.mermaid.title')}</h2>
          <label class="stack">
            {i18n.t('editor.mermaid.text')}
            <textarea
              rows={12}
              spellcheck={false}
              autoComplete="off"
              required
              value={text}
              aria-invalid={problem !== ''}
              aria-describedby={`${id}-problem`}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <p id={`${id}-problem`} role="alert" class="error mermaid-problem">
            {problem}
          </p>
          <div class="row">
            <button type="submit" class="primary" disabled={isDrawing}>
              {i18n.t(isDrawing ? 'editor.mermaid.drawing' : 'editor.mermaid.draw')}
            </button>
            <button type="button" onClick={onClose}>
              {i18n.t('cancel')}
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
}
