import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { measureText } from '../../fonts/measure-text.ts';
import { announceStep } from '../chrome/announce.ts';
import { listenToClipboard } from '../clipboard/listen-to-clipboard.ts';
import { shownScene } from '../editor-state.ts';
import { listenToKeys } from '../keys/listen-to-keys.ts';
import { lineColorOn } from '../paper.ts';
import { TextEditor } from '../text-editing/text-editor.tsx';
import { ToolDriver } from '../tools/tool-driver.ts';
import { useEditor, useStore } from '../use-editor.ts';
import './canvas.css';
import { GridView } from './grid-view.tsx';
import { listenToPointers } from './listen-to-pointers.ts';
import { listenToWheel } from './listen-to-wheel.ts';
import { OverlayView } from './overlay-view.tsx';
import { showCursor } from './show-cursor.ts';
import { Stage } from './stage.tsx';

/** The drawing, over the whole page. */
export function Canvas({ children }: { readonly children?: ComponentChildren }) {
  const store = useStore();
  const canvas = useRef<HTMLDivElement>(null);
  const background = useEditor((state) => shownScene(state).backgroundColor);

  useEffect(() => {
    const { strokeColor } = store.state.style;
    store.setStyle({ strokeColor: lineColorOn(background, strokeColor) });
  }, [store, background]);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const measure = () => store.setSize(element.clientWidth, element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const driver = new ToolDriver(store, {
      measure: measureText,
      onStep: (step) => announceStep(store, step),
    });
    const ends = [
      listenToWheel(store, element),
      listenToPointers(store, driver, element),
      listenToKeys(store, driver, element),
      listenToClipboard(store, element),
      showCursor(store, driver, element),
    ];
    element.focus();
    return () => {
      observer.disconnect();
      for (const end of ends) end();
    };
  }, [store]);

  return (
    <main class="canvas-place">
      <div
        class={background === 'transparent' ? 'canvas no-paper' : 'canvas'}
        ref={canvas}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard.
        tabIndex={0}
        aria-label={i18n.t('editor.canvas')}
        aria-description={i18n.t('editor.canvasHint')}
        style={{ backgroundColor: background === 'transparent' ? '' : background }}
      >
        <Stage />
        <GridView />
        <div class="catcher" />
        <OverlayView />
        <TextEditor />
        {children}
      </div>
    </main>
  );
}
