/** An element's own style before it was changed. */
interface Before {
  /** Word for word; null where there was none. */
  readonly attribute: string | null;
  readonly declared: string;
  readonly properties: Map<string, readonly [value: string, priority: string]>;
}

/** Inline styles that were laid over a page's own, and can be taken away again. */
export class ChangedStyles {
  readonly #before = new Map<HTMLElement, Before>();

  /** Sets a property so that nothing in the page comes before it. */
  set(element: HTMLElement, property: string, value: string): void {
    const { style } = element;
    const before = this.#before.get(element) ?? {
      attribute: element.getAttribute('style'),
      declared: declaredIn(style),
      properties: new Map(),
    };
    this.#before.set(element, before);
    if (!before.properties.has(property)) {
      const value = style.getPropertyValue(property);
      before.properties.set(property, [value, style.getPropertyPriority(property)]);
    }
    style.setProperty(property, value, 'important');
  }

  /** Puts one element back to what it was; what the page changed in it meanwhile stays. */
  restore(element: HTMLElement): void {
    const before = this.#before.get(element);
    if (!before) return;
    this.#before.delete(element);
    for (const [property, [value, priority]] of before.properties) {
      element.style.setProperty(property, value, priority);
    }
    if (declaredIn(element.style) !== before.declared) return;
    // Chromium writes the attribute only when it is asked for, and removes only what is written.
    if (element.getAttribute('style') === before.attribute) return;
    if (before.attribute === null) element.removeAttribute('style');
    else element.setAttribute('style', before.attribute);
  }

  restoreAll(): void {
    for (const element of [...this.#before.keys()]) this.restore(element);
  }
}

/** All that it declares, in whatever order. */
function declaredIn(style: CSSStyleDeclaration): string {
  return [...style]
    .map((name) => `${name}:${style.getPropertyValue(name)}!${style.getPropertyPriority(name)}`)
    .sort()
    .join();
}
