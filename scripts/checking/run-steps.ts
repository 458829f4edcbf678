import { stripVTControlCharacters } from 'node:util';
import { describeTally } from './summary.ts';

/** How many tests, or checks that count as one each, ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of those among the passed that had failed before they did. */
  readonly secondTry?: readonly string[];
}

export interface Step {
  readonly name: string;
  /** Steps that must have ended before, well or not. */
  readonly after?: readonly string[];
  /** Throws, or counts failures; `print` shows progress. */
  run(print: (line: string) => void): Promise<Tally>;
}

export interface StepResult extends Tally {
  readonly name: string;
  readonly seconds: number;
}

/** As many as a small machine has cores: browser tests alone keep both busy, and a third only makes all of them late. */
const STEPS_AT_ONCE = 2;

const ONE_FAILURE: Tally = { passed: 0, failed: 1, skipped: 0 };

/** Runs all steps, two at a time in their order; a step that throws counts as one failure and stops no other. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult[]> {
  const waiting = new Set(steps);
  const results = new Map<string, StepResult>();
  const running = new Set<Promise<void>>();
  while (results.size < steps.length) {
    for (const step of waiting) {
      const isDue = step.after?.every((name) => results.has(name)) ?? true;
      if (!isDue || running.size >= STEPS_AT_ONCE) continue;
      waiting.delete(step);
      const run = runStep(step).then((result) => {
        results.set(step.name, result);
        running.delete(run);
      });
      running.add(run);
    }
    if (running.size === 0) throw new Error('A step waits for one that does not exist');
    await Promise.race(running);
  }
  return steps.flatMap(({ name }) => results.get(name) ?? []);
}

async function runStep({ name, run }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const print = (line: string) => console.log(`[${name}] ${stripVTControlCharacters(line)}`);
  print('…');
  let tally = ONE_FAILURE;
  try {
    tally = await run(print);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    for (const line of text.split('\n')) print(line);
  }
  const seconds = (performance.now() - startedAt) / 1000;

  print(describeTally(tally));
  return { name, seconds, ...tally };
}
