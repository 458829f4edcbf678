/** `[a b c d e f]` as SVG and PDF both write it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrices of an SVG `transform` of our renderer, to be applied one after the other. */
export function readTransform(transform: string): readonly Matrix[] {
  return [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].flatMap(([, name, args = '']): Matrix[] => {
    const [a = 0, b = 0, c = 0] = args
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    switch (name) {
      case 'translate':
        return [[1, 0, 0, 1, a, b]];
      case 'scale':
        return [[a, 0, 0, b, 0, 0]];
      case 'rotate': {
        const angle = (a * Math.PI) / 180;
        const turn: Matrix = [
          Math.cos(angle),
          Math.sin(angle),
          -Math.sin(angle),
          Math.cos(angle),
          0,
          0,
        ];
        return [[1, 0, 0, 1, b, c], turn, [1, 0, 0, 1, -b, -c]];
      }
      default:
        throw new Error(`Unknown transform ${name}`);
    }
  });
}
