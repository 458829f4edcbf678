import { toCanvas } from '../canvas/view.ts';
import { useEditor } from '../use-editor.ts';
import { pendingSuggestions } from './pending-suggestions.ts';
import './suggestions.css';

/** Where the suggestions lie on the canvas. */
export function SuggestionOutlines() {
  const hasAny = useEditor(({ suggestions }) => suggestions.length > 0);
  return hasAny ? <Outlines /> : null;
}

function Outlines() {
  const suggestions = useEditor((state) => state.suggestions);
  const scene = useEditor((state) => state.scene);
  const view = useEditor((state) => state.view);
  const size = useEditor((state) => state.size);
  const pointed = useEditor((state) => state.pointedSuggestions);
  return (
    <svg class="suggestion-outlines" aria-hidden="true" width={size.width} height={size.height}>
      {pendingSuggestions(suggestions, scene).map((suggestion) => {
        const { x, y, width, height } = suggestion.box;
        const [left, top] = toCanvas(view, [x, y]);
        return (
          <rect
            key={`${suggestion.kind},${x},${y},${width}`}
            class={pointed.includes(suggestion) ? 'pointed' : ''}
            x={left}
            y={top}
            width={width * view.zoom}
            height={height * view.zoom}
          />
        );
      })}
    </svg>
  );
}
