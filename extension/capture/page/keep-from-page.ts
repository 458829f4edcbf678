const HEARD_BY_PAGES = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'mousedown',
  'mousemove',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchmove',
  'touchend',
  'wheel',
  'focusin',
  'focusout',
];

/** Keeps what happens on an overlay from the page around it, the click that ends the overlay included. */
export function keepFromPage(host: Element): void {
  for (const name of HEARD_BY_PAGES)
    host.addEventListener(name, (event) => event.stopPropagation());
}
