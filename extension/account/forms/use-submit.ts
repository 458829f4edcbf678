import { useState } from 'preact/hooks';
import { problemWords } from '../problem-words.ts';

/** Thrown by what a form does when a field is to be mended: its words stand beside the field. */
export class FieldProblem extends Error {
  readonly field: string;

  constructor(field: string, words: string) {
    super(words);
    this.field = field;
  }
}

export interface Submission {
  readonly isBusy: boolean;
  /** What is wrong as a whole, in words. */
  readonly problem: string | undefined;
  /** What is wrong with single fields, in words. */
  readonly fields: Readonly<Record<string, string>>;
  /** Runs the act unless one runs already; true where it went well. */
  readonly run: (act: () => Promise<void>) => Promise<boolean>;
}

/** One act of a form at a time, and what came of it. What was typed stays as it is. */
export function useSubmit(): Submission {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});

  async function run(act: () => Promise<void>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    setFields({});
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof FieldProblem) setFields({ [error.field]: error.message });
      else setProblem(problemWords(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, problem, fields, run };
}
