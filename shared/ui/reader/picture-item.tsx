import { useEffect, useRef, useState } from 'preact/hooks';
import * as text from '../text/reader.ts';

const TYPES = new Set(
  ['png', 'jpeg', 'gif', 'webp', 'avif', 'svg+xml'].map((name) => `image/${name}`),
);
const ZOOM_STEP = 1.5;
const ZOOM_MAX = 8;

/** Whether an item that says it is of `type` may be shown: in `<img>`, where nothing in it runs or loads. */
export function isPicture(type: string): boolean {
  return TYPES.has(type);
}

interface PictureItemProps {
  readonly name: string;
  readonly type: string;
  readonly data: Blob;
}

/** A picture that fits the page, and can be made larger. */
export function PictureItem({ name, type, data }: PictureItemProps) {
  const [url, setUrl] = useState('');
  const [zoom, setZoom] = useState(1);
  const [isBroken, setBroken] = useState(false);
  const fitWidth = useRef(0);
  useEffect(() => {
    const made = URL.createObjectURL(data.slice(0, data.size, type));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data, type]);

  function changeZoom(event: MouseEvent, factor: number): void {
    const figure = (event.currentTarget as HTMLElement).closest('figure');
    if (zoom === 1) fitWidth.current = figure?.querySelector('img')?.clientWidth ?? 0;
    setZoom(Math.max(1, Math.min(ZOOM_MAX, zoom * factor)));
  }

  if (isBroken) return <p class="faded">{text.noPicture}</p>;
  return (
    <figure class="picture">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroller" tabIndex={0} aria-label={text.picture(name)}>
        {url && (
          <img
            src={url}
            alt={text.picture(name)}
            class={zoom === 1 ? 'fit' : ''}
            style={zoom === 1 ? {} : { width: `${zoom * fitWidth.current}px` }}
            onError={() => setBroken(true)}
          />
        )}
      </section>
      <figcaption class="row">
        <button
          type="button"
          disabled={zoom === 1}
          onClick={(event) => changeZoom(event, 1 / ZOOM_STEP)}
        >
          {text.zoomOut}
        </button>
        <button
          type="button"
          disabled={zoom >= ZOOM_MAX}
          onClick={(event) => changeZoom(event, ZOOM_STEP)}
        >
          {text.zoomIn}
        </button>
        <span role="status">{Math.round(zoom * 100)} %</span>
      </figcaption>
    </figure>
  );
}
