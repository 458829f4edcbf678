import { useEffect, useRef, useState } from 'preact/hooks';
import * as text from '../text/reader.ts';

const TYPES = new Set(
  ['png', 'jpeg', 'gif', 'webp', 'avif', 'svg+xml'].map((name) => `image/${name}`),
);
const ZOOM_STEP = 1.5;
/** How much larger than its own pixels a picture can be made, at least. */
const ENLARGED = 4;
/** Pictures that are so much higher than wide fill the width, or there would be little to see. */
const TALL = 2.5;

/** Whether an item that says it is of `type` may be shown: in `<img>`, where nothing in it runs or loads. */
export function isPicture(type: string): boolean {
  return TYPES.has(type);
}

interface PictureItemProps {
  readonly name: string;
  readonly type: string;
  readonly data: Blob;
}

/** A picture that fits the page, and can be made larger and moved with buttons, keys, mouse and fingers. */
export function PictureItem({ name, type, data }: PictureItemProps) {
  const [url, setUrl] = useState('');
  const [zoom, setZoom] = useState(1);
  const [isBroken, setBroken] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const spread = useRef(0);
  const now = useRef(1);
  useEffect(() => {
    const made = URL.createObjectURL(data.slice(0, data.size, type));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data, type]);

  /** Zooms about a point of the window, else its middle. */
  function zoomBy(factor: number, x = innerWidth / 2, y = innerHeight / 2): void {
    const view = scroller.current as HTMLElement;
    const shown = view.firstChild as HTMLImageElement;
    const fitWidth = shown.clientWidth / now.current;
    const most = Math.max(ENLARGED, (ENLARGED * shown.naturalWidth) / fitWidth);
    const next = Math.max(1, Math.min(most, now.current * factor));
    const grown = next / now.current - 1;
    const { left, top } = shown.getBoundingClientRect();
    shown.style.cssText =
      next > 1 ? `max-width:none;max-height:none;width:${next * fitWidth}px` : '';
    view.scrollBy((x - left) * grown, (y - top) * grown);
    now.current = next;
    setZoom(next);
  }

  function takeKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return; // zooms the page
    if ('+='.includes(event.key)) zoomBy(ZOOM_STEP);
    if ('-0'.includes(event.key)) zoomBy(event.key === '0' ? 0 : 1 / ZOOM_STEP);
  }

  function pinch(event: TouchEvent): void {
    const [a, b] = event.touches;
    const wide = a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
    if (a && wide && spread.current) zoomBy(wide / spread.current, a.clientX, a.clientY);
    spread.current = wide;
  }

  function turnWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return; // scrolls
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.1 : 1 / 1.1, event.clientX, event.clientY);
  }

  if (isBroken) return <p class="faded">{text.noPicture}</p>;
  return (
    <figure class="picture stack">
      <section
        ref={scroller}
        class="scroller"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={text.picture(name)}
        onKeyDown={takeKey}
        onWheel={turnWheel}
        onTouchMove={pinch}
        onTouchEnd={pinch}
        onPointerMove={(event) => {
          if (event.buttons) event.currentTarget.scrollBy(-event.movementX, -event.movementY);
        }}
      >
        {url && (
          <img
            src={url}
            alt={text.picture(name)}
            draggable={false}
            onLoad={({ currentTarget: { classList, naturalHeight, naturalWidth } }) =>
              classList.toggle('tall', naturalHeight > TALL * naturalWidth)
            }
            onError={() => setBroken(true)}
          />
        )}
      </section>
      <figcaption class="row">
        <button type="button" disabled={zoom === 1} onClick={() => zoomBy(1 / ZOOM_STEP)}>
          {text.zoomOut}
        </button>
        <button type="button" onClick={() => zoomBy(ZOOM_STEP)}>
          {text.zoomIn}
        </button>
        <span role="status">{Math.round(zoom * 100)} %</span>
      </figcaption>
    </figure>
  );
}
