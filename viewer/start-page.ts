import './start-page.css';

/** Runs `show` where the browser can do what the pages need; else lets the text stand that says so. */
export function startPage(show: (place: Element) => void): void {
  const place = document.querySelector('#app') as Element;
  if ('any' in AbortSignal && CSS.supports('color', 'light-dark(red, red)')) {
    place.replaceChildren();
    show(place);
  } else place.classList.add('stuck');
}
