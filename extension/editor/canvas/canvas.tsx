import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { shownScene } from '../editor-state.ts';
import { useEditor, useStore } from '../use-editor.ts';
import './canvas.css';
import { listenToWheel } from './listen-to-wheel.ts';
import { Stage } from './stage.tsx';

/** The drawing, over the whole page. `children` lie above it and move with what they show. */
export function Canvas({ children }: { readonly children?: ComponentChildren }) {
  const store = useStore();
  const canvas = useRef<HTMLDivElement>(null);
  const background = useEditor((state) => shownScene(state).backgroundColor);

  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const measure = () => store.setSize(element.clientWidth, element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const ends = [listenToWheel(store, element)];
    return () => {
      observer.disconnect();
      for (const end of ends) end();
    };
  }, [store]);

  return (
    <main
      class="canvas"
      ref={canvas}
      style={{ backgroundColor: background === 'transparent' ? '' : background }}
    >
      <Stage />
      {children}
    </main>
  );
}
