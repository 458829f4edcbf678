import { unrotatedBox } from '../../../shared/scene/geometry/bounds.ts';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import { findElement, pickElements } from '../../../shared/scene/model/index-elements.ts';
import type { EditorState, Guide } from '../editor-state.ts';
import { shownScene } from '../editor-state.ts';
import { pickPicture, subjectOf } from '../tools/crop/crop-subject.ts';
import { type Frame, frameOf } from '../tools/handles.ts';
import { useEditor } from '../use-editor.ts';
import { boxPath } from './box-path.ts';
import { CropShade, PictureShade } from './crop-shade.tsx';
import { toCanvas, type View } from './view.ts';
import './overlay.css';

/** More selected elements than this have no outline of their own, only the frame around all. */
const MOST_OUTLINES = 200;

/** What lies over the scene: selection, handles, marquee, guides. In CSS pixels, so that it is always as thick. */
export function OverlayView() {
  const isNeeded = useEditor(hasOverlay);
  return isNeeded ? <NeededOverlay /> : null;
}

function hasOverlay({ selection, overlay, crosshair, tool, scene, preview }: EditorState): boolean {
  return (
    selection.size > 0 ||
    overlay.marquee !== null ||
    overlay.guides.length > 0 ||
    overlay.boundTo !== null ||
    overlay.band !== null ||
    overlay.doomed.size > 0 ||
    crosshair !== null ||
    tool === 'crop' ||
    (preview ?? scene).crop !== null
  );
}

function NeededOverlay() {
  const scene = useEditor(shownScene);
  const view = useEditor((state) => state.view);
  const overlay = useEditor((state) => state.overlay);
  const tool = useEditor((state) => state.tool);
  const selection = useEditor((state) => state.selection);
  const isEditing = useEditor((state) => state.editing !== null);
  const crosshair = useEditor((state) => state.crosshair);
  const size = useEditor((state) => state.size);

  const selected = isEditing ? [] : pickElements(scene, selection);
  const bound = overlay.boundTo === null ? undefined : findElement(scene, overlay.boundTo);
  const doomed = pickElements(scene, overlay.doomed);
  const isCropping = tool === 'crop';
  const picture = isCropping ? pickPicture(scene, selection) : null;
  const cropped = isCropping ? subjectOf(scene, selection).frame : null;
  return (
    <svg class="overlay" aria-hidden="true" width={size.width} height={size.height}>
      {scene.crop && <CropShade crop={scene.crop} view={view} size={size} />}
      {picture && <PictureShade {...picture} scene={scene} view={view} />}
      {doomed.map((element) => (
        <Outline key={element.id} class="doomed" element={element} view={view} />
      ))}
      {bound && <Outline class="bound" element={bound} view={view} />}
      {selected.length > 1 &&
        selected.length <= MOST_OUTLINES &&
        selected.map((element) => (
          <Outline key={element.id} class="selected" element={element} view={view} />
        ))}
      {picture === null && (
        <FrameView
          frame={frameOf(selected, view.zoom)}
          view={view}
          hasHandles={tool === 'select'}
        />
      )}
      <FrameView frame={cropped} view={view} hasHandles />
      {overlay.band && (
        <path class={`band ${overlay.band.kind}`} d={boxPath(overlay.band.box, 0, view)} />
      )}
      {overlay.marquee && <path class="marquee" d={boxPath(overlay.marquee, 0, view)} />}
      {overlay.guides.map((guide) => (
        <path key={`${guide.from} ${guide.to}`} class="guide" d={guidePath(guide, view)} />
      ))}
      {crosshair && (
        <path
          class="crosshair"
          d={`M${crosshair[0] - 12} ${crosshair[1]}h24M${crosshair[0]} ${crosshair[1] - 12}v24`}
        />
      )}
    </svg>
  );
}

const TICK_PX = 4;

/** A line; of a gap with a tick at each end. */
function guidePath({ from, to, isGap }: Guide, view: View): string {
  const [x1, y1] = toCanvas(view, from);
  const [x2, y2] = toCanvas(view, to);
  const line = `M${x1} ${y1}L${x2} ${y2}`;
  if (!isGap) return line;
  const along = y1 === y2 ? 'v' : 'h';
  const tick = (x: number, y: number) =>
    along === 'v' ? `M${x} ${y - TICK_PX}v${2 * TICK_PX}` : `M${x - TICK_PX} ${y}h${2 * TICK_PX}`;
  return line + tick(x1, y1) + tick(x2, y2);
}

interface FrameViewProps {
  readonly frame: Frame | null;
  readonly view: View;
  readonly hasHandles: boolean;
}

function FrameView({ frame, view, hasHandles }: FrameViewProps) {
  if (frame === null) return null;
  const isLine = frame.handles.some(({ handle }) => handle.kind === 'point');
  return (
    <>
      {!isLine && <path class="frame" d={boxPath(frame.box, frame.angle, view)} />}
      {hasHandles &&
        frame.handles.map(({ handle, point }) => {
          const [x, y] = toCanvas(view, point);
          return handle.kind === 'resize' ? (
            <rect
              key={handle.side}
              class="handle"
              x={x - 4}
              y={y - 4}
              width={8}
              height={8}
              rx={2}
            />
          ) : (
            <circle
              key={'index' in handle ? `${handle.kind}${handle.index}` : handle.kind}
              class={handle.kind === 'middle' ? 'handle middle' : 'handle'}
              cx={x}
              cy={y}
              r={handle.kind === 'middle' ? 4 : 5}
            />
          );
        })}
    </>
  );
}

interface OutlineProps {
  readonly class: string;
  readonly element: SceneElement;
  readonly view: View;
}

function Outline({ class: name, element, view }: OutlineProps) {
  return <path class={name} d={boxPath(unrotatedBox(element), element.angle, view)} />;
}
