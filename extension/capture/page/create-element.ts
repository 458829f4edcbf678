const XHTML = 'http://www.w3.org/1999/xhtml';

/** Makes an element by its namespace, so that pages in XHTML get HTML elements, too. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElementNS(XHTML, name) as HTMLElementTagNameMap[Name];
  element.className = className;
  element.textContent = text;
  return element;
}

/** An element with a closed shadow root that looks as `style` says, whatever the page's style sheets are. */
export function createHost(style: string): { host: HTMLElement; root: ShadowRoot } {
  const host = createElement('div');
  // Inline and important: nothing in the page's style sheets comes before it.
  host.style.cssText = 'all: initial !important; display: block !important;';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}
