import { BAR_STYLE } from '../region/overlay-style.ts';

/** The look of choosing an element, inside a closed shadow root. */
export const OUTLINE_STYLE = `
.cover {
  all: initial;
  position: fixed;
  inset: 0;
  width: 100%;
  height: 100%;
  cursor: crosshair;
  user-select: none;
  overflow: hidden;
  font: 13px/1.4 system-ui, sans-serif;
  color: #fff;
}
.outline {
  position: absolute;
  outline: 2px solid #fff;
  box-shadow: 0 0 0 5px rgb(23 34 59 / 0.9), 0 0 0 200vmax rgb(8 12 20 / 0.3);
  background: rgb(143 182 255 / 0.2);
  pointer-events: none;
}
.name { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
${BAR_STYLE}
@media (forced-colors: active) {
  .outline { outline: 3px solid Highlight; }
}
`;
