import { Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/* The page with Excalidraw that `bench/editor.ts` measures: opens `/scene.excalidraw` as its address says. */

const { elements, files } = await (await fetch('/scene.excalidraw')).json();
const given = new URLSearchParams(location.hash.slice(1));
const number = (name) => Number(given.get(name) ?? 0);
const root = document.createElement('div');
root.style.cssText = 'position:fixed;inset:0';
document.body.append(root);
createRoot(root).render(
  createElement(Excalidraw, {
    initialData: {
      elements,
      files,
      appState: {
        scrollX: number('x'),
        scrollY: number('y'),
        zoom: { value: number('zoom') },
      },
      scrollToContent: false,
    },
    excalidrawAPI: (api) => Object.assign(globalThis, { excalidrawAPI: api }),
  }),
);
