import { middleOf } from '../../../shared/scene/geometry/box.ts';
import { toCanvas } from '../canvas/view.ts';
import { shownScene } from '../editor-state.ts';
import { useEditor } from '../use-editor.ts';
import { pendingSuggestions } from './pending-suggestions.ts';
import './suggestions.css';

const DEGREES = 180 / Math.PI;

/** Where the suggestions lie on the canvas. */
export function SuggestionOutlines() {
  const hasAny = useEditor(({ suggestions }) => suggestions.length > 0);
  return hasAny ? <Outlines /> : null;
}

function Outlines() {
  const suggestions = useEditor((state) => state.suggestions);
  const scene = useEditor(shownScene);
  const view = useEditor((state) => state.view);
  const size = useEditor((state) => state.size);
  const pointed = useEditor((state) => state.pointedSuggestions);
  return (
    <svg class="suggestion-outlines" aria-hidden="true" width={size.width} height={size.height}>
      {pendingSuggestions(suggestions, scene).flatMap(({ suggestion, places }) =>
        places.map((place) => {
          const [left, top] = toCanvas(view, [place.x, place.y]);
          const middle = toCanvas(view, middleOf(place));
          return (
            <rect
              key={`${suggestion.kind},${place.x},${place.y},${place.width}`}
              class={pointed.includes(suggestion) ? 'pointed' : ''}
              x={left}
              y={top}
              width={place.width * view.zoom}
              height={place.height * view.zoom}
              transform={`rotate(${place.angle * DEGREES} ${middle.join(' ')})`}
            />
          );
        }),
      )}
    </svg>
  );
}
