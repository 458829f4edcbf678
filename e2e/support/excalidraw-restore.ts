/* Runs in Chromium: what Excalidraw itself makes of a file that we wrote. */
import { restore, serializeAsJSON } from '@excalidraw/excalidraw';

type Restored = Parameters<typeof restore>[0];

/** The file as Excalidraw writes it again after it opened it. */
function openAndSave(text: string): string {
  const { elements, appState, files } = restore(JSON.parse(text) as Restored, null, null, {
    repairBindings: true,
  });
  return serializeAsJSON(elements, appState, files, 'local');
}

Object.assign(globalThis, { openAndSave });
