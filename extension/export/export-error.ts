/** `empty`: nothing is drawn; `picture`: the browser can't draw one of the pictures; `memory`: it ran out of room. */
export type ExportProblem = 'empty' | 'picture' | 'memory' | 'failed';

export class ExportError extends Error {
  readonly problem: ExportProblem;

  constructor(problem: ExportProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** What to tell of an error, whatever it is. */
export function problemOf(error: unknown): ExportProblem {
  if (error instanceof ExportError) return error.problem;
  if (error instanceof RangeError) return 'memory'; // no array is so long
  if (!(error instanceof DOMException)) return 'failed';
  return error.name === 'EncodingError' || error.name === 'InvalidStateError'
    ? 'picture'
    : 'failed';
}
