/** What an arrow key, Home or End leads to from the element at `index`, by how they lie on the screen. */
export function stepInGrid(
  elements: readonly HTMLElement[],
  index: number,
  key: string,
): HTMLElement | undefined {
  if (key === 'ArrowLeft') return elements[index - 1];
  if (key === 'ArrowRight') return elements[index + 1];
  if (key === 'Home') return elements[0];
  if (key === 'End') return elements.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const columns = countColumns(elements);
  const next = elements[index + (key === 'ArrowUp' ? -columns : columns)];
  const isLastRow = Math.floor(index / columns) === Math.floor((elements.length - 1) / columns);
  return next ?? (key === 'ArrowDown' && !isLastRow ? elements.at(-1) : undefined);
}

function countColumns(elements: readonly HTMLElement[]): number {
  const top = (element: HTMLElement | undefined) => element?.getBoundingClientRect().top;
  const first = top(elements[0]);
  const second = elements.findIndex((element) => top(element) !== first);
  return second === -1 ? elements.length : second;
}
