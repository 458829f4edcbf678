/** The look of the bar with words and buttons that lies over a page. */
export const BAR_STYLE = `
.bar {
  position: absolute;
  left: 50%;
  bottom: 20px;
  translate: -50% 0;
  box-sizing: border-box;
  width: max-content;
  max-width: calc(100% - 16px);
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  align-items: center;
  gap: 8px 12px;
  padding: 10px 14px;
  border-radius: 10px;
  background: #17223b;
  box-shadow: 0 2px 12px rgb(0 0 0 / 0.5);
  cursor: default;
}
.bar.above { bottom: auto; top: 20px; }
.size { font-variant-numeric: tabular-nums; font-weight: 600; }
.size:empty { display: none; }
button {
  all: unset;
  padding: 8px 14px;
  border: 1px solid #8a94ab;
  border-radius: 8px;
  font-weight: 600;
  cursor: pointer;
}
button.take { background: #a3301f; border-color: #a3301f; }
button:focus-visible { outline: 3px solid #8fb6ff; outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) {
  button { border: 1px solid ButtonText; }
}
`;

/** The overlay's look, inside its closed shadow root, where no style of the page reaches. */
export const OVERLAY_STYLE = `
dialog {
  all: initial;
  position: fixed;
  inset: 0;
  width: 100%;
  height: 100%;
  cursor: crosshair;
  touch-action: none;
  user-select: none;
  overflow: hidden;
  font: 13px/1.4 system-ui, sans-serif;
  color: #fff;
}
dialog::backdrop { display: none; }
.shade { position: absolute; inset: 0; background: rgb(8 12 20 / 0.45); }
.chosen .shade { background: none; }
.across, .down { position: absolute; background: #fff; mix-blend-mode: difference; pointer-events: none; }
.across { left: 0; right: 0; height: 1px; }
.down { top: 0; bottom: 0; width: 1px; }
.chosen .across, .chosen .down { display: none; }
.rect {
  position: absolute;
  display: none;
  outline: 1px solid #fff;
  box-shadow: 0 0 0 2px rgb(23 34 59 / 0.9), 0 0 0 200vmax rgb(8 12 20 / 0.45);
  cursor: move;
}
.chosen .rect { display: block; }
.handle { position: absolute; width: 24px; height: 24px; margin: -12px; }
.handle::after {
  content: '';
  position: absolute;
  inset: 7px;
  background: #fff;
  border: 1px solid #17223b;
  border-radius: 2px;
}
.nw { left: 0; top: 0; cursor: nwse-resize; }
.n { left: 50%; top: 0; cursor: ns-resize; }
.ne { left: 100%; top: 0; cursor: nesw-resize; }
.e { left: 100%; top: 50%; cursor: ew-resize; }
.se { left: 100%; top: 100%; cursor: nwse-resize; }
.s { left: 50%; top: 100%; cursor: ns-resize; }
.sw { left: 0; top: 100%; cursor: nesw-resize; }
.w { left: 0; top: 50%; cursor: ew-resize; }
${BAR_STYLE}
@media (forced-colors: active) {
  .rect { outline: 2px solid Highlight; }
}
`;
