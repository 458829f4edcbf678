import { useEffect, useRef, useState } from 'preact/hooks';
import { LIBRARY_SHELF } from '../library.ts';
import type { DiagramId, PartId } from '../model/diagram.ts';
import { readThumbnail } from '../versions.ts';

interface ThumbnailProps {
  readonly id: DiagramId;
  readonly part: PartId | null;
}

/** A small picture of a diagram, opened when it comes near the window; its name stands beside it. */
export function Thumbnail({ id, part }: ThumbnailProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (part === null || !frame.current) return;
    let made: string | undefined;
    const watch = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting || made !== undefined) return;
        watch.disconnect();
        const picture = await readThumbnail(LIBRARY_SHELF, id, part).catch(() => undefined);
        if (!picture) return; // a paper without a drawing
        made = URL.createObjectURL(picture);
        setUrl(made);
      },
      { rootMargin: '400px' },
    );
    watch.observe(frame.current);
    return () => {
      watch.disconnect();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id, part]);
  return (
    <span ref={frame} class="thumbnail">
      {url !== undefined && <img src={url} alt="" draggable={false} />}
    </span>
  );
}
