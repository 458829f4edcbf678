import type { ComponentChildren } from 'preact';
import type { Arrowhead, FillStyle, StrokeStyle } from '../../../../shared/scene/model/element.ts';

/** A drawing of 20 by 20 on a button of a choice. */
function Face({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

export function WidthFace({ width }: { readonly width: number }) {
  return (
    <Face>
      <path d="M3 10h14" stroke-width={Math.min(7, 0.75 + width * 0.8)} />
    </Face>
  );
}

const DASHES: Readonly<Record<StrokeStyle, string | undefined>> = {
  solid: undefined,
  dashed: '4 4',
  dotted: '0.01 4',
};

export function DashFace({ dash }: { readonly dash: StrokeStyle }) {
  return (
    <Face>
      <path d="M3 10h14" stroke-width="2.25" stroke-dasharray={DASHES[dash]} />
    </Face>
  );
}

const FILLS: Readonly<Record<Exclude<FillStyle, 'solid'>, string>> = {
  hachure: 'm4 9 5-5m-5 12L16 4M11 16l5-5',
  'cross-hatch': 'm4 9 5-5m-5 12L16 4M11 16l5-5M4 11l5 5M4 4l12 12M11 4l5 5',
  zigzag: 'm4 8 4-4-4 9 9-9-9 12L16 7l-7 9 7-4',
};

export function FillFace({ fill }: { readonly fill: FillStyle }) {
  return (
    <Face>
      {fill === 'solid' ? (
        <rect class="filled" x="4" y="4" width="12" height="12" rx="1" />
      ) : (
        <path d={FILLS[fill]} />
      )}
    </Face>
  );
}

export function CornerFace({ rounded }: { readonly rounded: boolean }) {
  return (
    <Face>
      <path d={rounded ? 'M4 16v-5a7 7 0 0 1 7-7h5' : 'M4 16V4h12'} />
    </Face>
  );
}

const HEADS: Readonly<Record<Arrowhead | 'none', string>> = {
  none: '',
  arrow: 'm12 6 4 4-4 4',
  triangle: 'm12 6 4 4-4 4Z',
  dot: 'M13.5 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  bar: 'M16 6v8',
  diamond: 'm10 10 3-3 3 3-3 3Z',
};

export function HeadFace({ head, isStart }: { head: Arrowhead | null; isStart: boolean }) {
  return (
    <Face>
      <g transform={isStart ? 'matrix(-1 0 0 1 20 0)' : undefined}>
        <path d="M4 10h12" />
        <path class={head === 'arrow' ? '' : 'filled'} d={HEADS[head ?? 'none']} />
      </g>
    </Face>
  );
}

const ALIGNS = {
  left: 'M3.5 5h13m-13 5h8m-8 5h11',
  center: 'M3.5 5h13m-10.5 5h8m-9.5 5h11',
  right: 'M3.5 5h13m-8 5h8m-11 5h11',
  top: 'M3.5 3.5h13M10 16.5v-9m-3 3 3-3 3 3',
  middle: 'M3.5 10h13M10 2v5m-2-2 2 2 2-2M10 18v-5m-2 2 2-2 2 2',
  bottom: 'M3.5 16.5h13M10 3.5v9m-3-3 3 3 3-3',
} as const;

export function AlignFace({ to }: { readonly to: keyof typeof ALIGNS }) {
  return (
    <Face>
      <path d={ALIGNS[to]} />
    </Face>
  );
}

export function CoverFace({ style }: { readonly style: 'solid' | 'pixelate' }) {
  return (
    <Face>
      {style === 'solid' ? (
        <rect class="filled" x="3" y="6" width="14" height="8" />
      ) : (
        <path class="filled" d="M3 6h4v4H3Zm8 0h4v4h-4Zm-4 4h4v4H7Zm8 0h2v4h-2Z" stroke="none" />
      )}
    </Face>
  );
}
