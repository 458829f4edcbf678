import { boxContains } from '../../../shared/scene/geometry/box.ts';
import type { Box } from '../../../shared/scene/model/element.ts';
import type { EditorState } from '../editor-state.ts';
import { visibleBox } from './view.ts';

/** So much of what is shown is drawn beyond it on each side, so that panning seldom has to draw. */
const MARGIN = 0.5;
/**
 * Zoomed in so far that this many times more is drawn than is shown, it is chosen anew: so seldom that zooming in and
 * out again, beyond what was drawn, does not choose at every turn.
 */
const MOST_WASTE = 64;

/** The part of the scene that is drawn: the same object as long as what is shown lies in it. */
export class CullBox {
  #box: Box = { x: 0, y: 0, width: 0, height: 0 };

  of({ view, size }: EditorState): Box {
    const shown = visibleBox(view, size);
    const area = ({ width, height }: Box) => width * height;
    if (!boxContains(this.#box, shown) || area(this.#box) > MOST_WASTE * area(shown)) {
      this.#box = {
        x: shown.x - shown.width * MARGIN,
        y: shown.y - shown.height * MARGIN,
        width: shown.width * (1 + 2 * MARGIN),
        height: shown.height * (1 + 2 * MARGIN),
      };
    }
    return this.#box;
  }
}
