import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../chrome/icon-button.tsx';
import { MermaidButton } from '../mermaid/mermaid-button.tsx';
import { useEditor, useStore } from '../use-editor.ts';
import { Attachments } from './elements/attachments.tsx';
import { ElementList } from './elements/element-list.tsx';
import { KeySheet } from './keys/key-sheet.tsx';
import { StylePanel } from './style/style-panel.tsx';
import './panels.css';

type PanelName = 'style' | 'elements';

/** Below this the panel would cover what is drawn, so that it opens only when asked for. */
const ROOMY = '(min-width: 60rem)';

/** The panels beside the canvas, of which one is open at most, and the sheet with all keys. */
export function Panels() {
  const store = useStore();
  const hasSubject = useEditor(({ selection, tool }) => selection.size > 0 || tool !== 'select');
  const [open, setOpen] = useState<PanelName | null>(matchMedia(ROOMY).matches ? 'style' : null);
  // With nothing to style it is about the paper, and is shown to who asks for it.
  const [isAsked, setAsked] = useState(false);
  const isShown = open !== null && (open !== 'style' || hasSubject || isAsked);
  const toggle = (name: PanelName) => {
    const isClosing = open === name && isShown;
    setOpen(isClosing ? null : name);
    setAsked(!isClosing);
  };
  return (
    <>
      <fieldset class="island panel-buttons" aria-label={i18n.t('editor.panels.label')}>
        <IconButton
          icon="style"
          label={i18n.t('editor.panels.style')}
          isPressed={open === 'style' && isShown}
          onClick={() => toggle('style')}
        />
        <IconButton
          icon="list"
          label={i18n.t('editor.panels.elements')}
          isPressed={open === 'elements'}
          onClick={() => toggle('elements')}
        />
        <MermaidButton />
        <IconButton
          icon="help"
          label={i18n.t('editor.keys.title')}
          keys="?"
          onClick={() => store.showKeys(true)}
        />
      </fieldset>
      {open !== null && isShown && (
        <section class="island panel" aria-label={i18n.t(`editor.panels.${open}`)}>
          {open === 'style' ? (
            <StylePanel />
          ) : (
            <>
              <ElementList />
              <Attachments />
            </>
          )}
        </section>
      )}
      <KeySheet />
    </>
  );
}
