/** Inline styles that were laid over a page's own, and can be taken away again. */
export class ChangedStyles {
  readonly #changes = new Map<
    HTMLElement,
    Map<string, readonly [value: string, priority: string]>
  >();
  readonly #bare = new Set<HTMLElement>();

  /** Sets a property so that nothing in the page comes before it. */
  set(element: HTMLElement, property: string, value: string): void {
    const { style } = element;
    if (!element.hasAttribute('style')) this.#bare.add(element);
    const before = this.#changes.get(element) ?? new Map();
    if (!before.has(property)) {
      before.set(property, [style.getPropertyValue(property), style.getPropertyPriority(property)]);
    }
    this.#changes.set(element, before);
    style.setProperty(property, value, 'important');
  }

  /** Puts one element back to what it was. */
  restore(element: HTMLElement): void {
    for (const [property, [value, priority]] of this.#changes.get(element) ?? []) {
      element.style.setProperty(property, value, priority);
    }
    this.#changes.delete(element);
    if (this.#bare.delete(element) && element.style.length === 0) element.removeAttribute('style');
  }

  restoreAll(): void {
    for (const element of [...this.#changes.keys()]) this.restore(element);
  }
}
