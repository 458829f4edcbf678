import { useState } from 'preact/hooks';
import type { Place } from '../model/find-diagrams.ts';
import { allowDrop, type Dragged, readDrop, startDrag } from './drag-diagrams.ts';
import { placeHref } from './read-where.ts';

interface PlaceLinkProps {
  readonly place: Place;
  readonly label: string;
  readonly count: number;
  readonly isHere: boolean;
  /** How far it is set in. */
  readonly depth?: number;
  /** What is dragged when it is. */
  readonly dragged?: Dragged;
  readonly onDrop: (dragged: Dragged) => void;
}

/** The way to a place, which takes what is dropped on it. */
export function PlaceLink(props: PlaceLinkProps) {
  const { place, label, count, isHere, depth = 0, dragged, onDrop } = props;
  const [isOver, setOver] = useState(false);
  return (
    <li>
      <a
        class={isOver ? 'place over' : 'place'}
        href={placeHref(place)}
        aria-current={isHere ? 'page' : undefined}
        style={{ '--depth': depth }}
        draggable={dragged !== undefined}
        onDragStart={(event) => dragged && startDrag(event, dragged)}
        onDragOver={(event) => setOver(allowDrop(event))}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          const dropped = readDrop(event);
          if (dropped) onDrop(dropped);
        }}
      >
        <span class={`place-icon ${place.name}`} aria-hidden="true" />
        <span class="place-label">{label}</span> <span class="faded small">{count}</span>
      </a>
    </li>
  );
}
