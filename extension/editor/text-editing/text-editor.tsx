import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TextElement } from '../../../shared/scene/model/element.ts';
import { FONT_FACES } from '../../fonts/font-faces.ts';
import { measureText } from '../../fonts/measure-text.ts';
import { toCanvas, type View } from '../canvas/view.ts';
import type { TextEditing } from '../editor-state.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { showTyping, writeText } from './write-text.ts';
import './text-editor.css';

/** Writes into a text where it stands. */
export function TextEditor() {
  const editing = useEditor((state) => state.editing);
  return editing && <OpenTextEditor key={editing.element.id} editing={editing} />;
}

function OpenTextEditor({ editing }: { readonly editing: TextEditing }) {
  const store = useStore();
  const view = useEditor((state) => state.view);
  const [text, setText] = useState(editing.element.text);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const half = showTyping(store.state.scene, editing, text, measureText);

  useLayoutEffect(() => {
    store.preview(half.scene);
  });
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);

  function finish(): void {
    if (isDone.current) return;
    isDone.current = true;
    const { element, isNew } = editing;
    const { scene, isToolKept } = store.state;
    const written = writeText(scene, editing, text, measureText);
    store.batch(() => {
      store.editText(null);
      store.commit(
        { key: isNew ? 'add' : 'text', count: 1 },
        text === element.text ? scene : written,
        { selection: [element.containerId ?? element.id] },
      );
      if (!isToolKept) store.setTool('select');
    });
  }

  return (
    <textarea
      ref={area}
      class="text-editor"
      data-own-pointer
      aria-label={i18n.t('editor.text.label')}
      spellcheck={false}
      autoComplete="off"
      value={text}
      wrap={half.element.autoResize && half.element.containerId === null ? 'off' : 'soft'}
      style={placeOver(half.element, view)}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation();
        const isEnd =
          event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!isEnd) return;
        event.preventDefault();
        finish();
        document.querySelector<HTMLElement>('.canvas')?.focus();
      }}
    />
  );
}

/** Exactly over `element` as it is drawn. */
function placeOver(element: TextElement, view: View): Record<string, string> {
  const { zoom } = view;
  const lineHeight = element.fontSize * element.lineHeight * zoom;
  const isFree = element.autoResize && element.containerId === null;
  const wide = Math.max(element.width, element.fontSize * (isFree ? 1 : 2)) * zoom;
  const spare = element.containerId === null ? 0 : (wide - element.width * zoom) / 2;
  const [x, y] = toCanvas(view, [element.x, element.y]);
  return {
    left: `${x - spare}px`,
    top: `${y}px`,
    width: `${wide + 2}px`,
    height: `${Math.max(element.height * zoom, lineHeight)}px`,
    transform: element.angle === 0 ? '' : `rotate(${element.angle}rad)`,
    font: `${element.fontSize * zoom}px/${lineHeight}px "${FONT_FACES[element.fontFamily].name}"`,
    textAlign: element.textAlign,
    color: element.strokeColor,
  };
}
