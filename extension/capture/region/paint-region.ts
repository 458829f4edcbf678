import { i18n } from '#i18n';
import type { Overlay } from './build-overlay.ts';
import { type Rect, type Size, toDevicePixels } from './rect.ts';

/** Room that the bar needs at the bottom, in CSS pixels. */
const BAR_HEIGHT = 120;

/** Shows `rect` with its size in CSS and in device pixels; without one, that nothing is selected yet. */
export function paintRegion(overlay: Overlay, rect: Rect | undefined, viewport: Size): void {
  const { dialog, size, spoken, bar } = overlay;
  dialog.classList.toggle('chosen', rect !== undefined);
  if (!rect) {
    size.textContent = '';
    return;
  }
  const { style } = overlay.rect;
  style.left = `${rect.left}px`;
  style.top = `${rect.top}px`;
  style.width = `${rect.width}px`;
  style.height = `${rect.height}px`;
  // Out of the selection's way where there is room at the other end.
  const bottom = rect.top + rect.height;
  bar.classList.toggle(
    'above',
    bottom > viewport.height - BAR_HEIGHT && rect.top > viewport.height - bottom,
  );
  const everything = { width: Number.MAX_SAFE_INTEGER, height: Number.MAX_SAFE_INTEGER };
  const device = toDevicePixels(rect, devicePixelRatio, everything);
  const numbers = [rect.width, rect.height, device.width, device.height];
  const text = i18n.t('region.size', numbers.map(String) as [string, string, string, string]);
  if (size.textContent === text) return;
  size.textContent = text;
  spoken.textContent = text;
}
