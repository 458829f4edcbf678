import { shownScene } from '../editor-state.ts';
import { useEditor } from '../use-editor.ts';
import { gridLines } from './grid.ts';

/** The lines that things snap to, where they do: over the scene, for a capture would hide them. */
export function GridView() {
  const gridSize = useEditor((state) => shownScene(state).gridSize);
  return gridSize === null ? null : <Lines gridSize={gridSize} />;
}

function Lines({ gridSize }: { readonly gridSize: number }) {
  const view = useEditor((state) => state.view);
  const { width, height } = useEditor((state) => state.size);
  const { x, y, step } = gridLines(view, gridSize);
  const down = places(x, step, width).map((at) => `M${at} 0V${height}`);
  const across = places(y, step, height).map((at) => `M0 ${at}H${width}`);
  return (
    <svg class="grid-lines" aria-hidden="true" width={width} height={height}>
      <path d={[...down, ...across].join('')} />
    </svg>
  );
}

function places(first: number, step: number, end: number): readonly number[] {
  return Array.from({ length: Math.ceil((end - first) / step) }, (_, i) => first + i * step);
}
