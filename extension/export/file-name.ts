import { safeName } from '../../shared/crypto/item-name.ts';

/** A name that is safe for a file, from the diagram's own or, while it has none, from the time. */
export function fileStem(name: string, now = new Date()): string {
  const trimmed = name.trim();
  if (trimmed !== '') return safeName(trimmed);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `diagram-${day}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')}`;
}

/** `stem` with `extension`, and with the number of the part where there are several. */
export function fileName(stem: string, extension: string, part?: number): string {
  return safeName(`${stem}${part === undefined ? '' : `-${part}`}${extension}`);
}
