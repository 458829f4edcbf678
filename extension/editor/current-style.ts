import type {
  Arrowhead,
  FillStyle,
  FontFamily,
  StrokeStyle,
  TextAlign,
} from '../../shared/scene/model/element.ts';

/** How the next element will look: what was chosen last. */
export interface CurrentStyle {
  readonly strokeColor: string;
  readonly backgroundColor: string;
  readonly fillStyle: FillStyle;
  readonly strokeWidth: number;
  readonly strokeStyle: StrokeStyle;
  /** 0 to 100. */
  readonly opacity: number;
  readonly rounded: boolean;
  readonly fontFamily: FontFamily;
  readonly fontSize: number;
  readonly textAlign: TextAlign;
  readonly startArrowhead: Arrowhead | null;
  readonly endArrowhead: Arrowhead | null;
  readonly redaction: 'solid' | 'pixelate';
  /** Of the marker pen. */
  readonly highlightColor: string;
  /** Of numbered badges. */
  readonly stepColor: string;
}

export const FIRST_STYLE: CurrentStyle = {
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  opacity: 100,
  rounded: true,
  fontFamily: 'sans',
  fontSize: 20,
  textAlign: 'left',
  startArrowhead: null,
  endArrowhead: 'arrow',
  redaction: 'solid',
  highlightColor: '#ffe066',
  stepColor: '#e03131',
};
