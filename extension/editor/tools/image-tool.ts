import type { Tool } from './tool.ts';

interface ImageState {
  readonly name: 'idle';
}

/** Pictures come from a file dialog, the clipboard or by dropping them; on the canvas there is nothing to draw. */
export const imageTool: Tool<ImageState> = {
  idle: { name: 'idle' },
  cursor: 'default',
  next: (state, event) => [state, event.type === 'down' ? [{ do: 'done' }] : []],
};
