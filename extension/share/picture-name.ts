const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
};

interface DatedPicture {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly data: Blob;
}

/** A file name that tells when a picture was taken, and nothing of where: `capture-2026-11-22-164501.png`. */
export function pictureName({ createdAt, data }: DatedPicture): string {
  const at = new Date(createdAt);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('');
  const extension = EXTENSIONS[data.type] ?? data.type.replace(/^image\/([\w-]+).*$/, '$1');
  return `capture-${day}-${time}.${extension}`;
}

/** The name of a part of a picture, counted from 0: the first is called as the whole. */
export function partName(name: string, index: number): string {
  return index === 0 ? name : name.replace(/(\.\w+)$/, `-${index + 1}$1`);
}
