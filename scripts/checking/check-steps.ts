import { checkImports } from '../import-rules/check-imports.ts';
import { readSources } from '../import-rules/read-sources.ts';
import { runTool } from '../run-command.ts';
import type { Step, Tally } from './run-steps.ts';

export const ONE_PASS: Tally = { passed: 1, failed: 0, skipped: 0 };

const SURFACES = ['shared', 'viewer', 'worker', 'extension', 'scripts'];
/** Those that import code of the extension, whose messages are types that WXT writes. */
const READ_GENERATED = ['extension', 'scripts'];

const GENERATE: Step = {
  name: 'generated types',
  run: () => pass(runTool('wxt', ['prepare'])),
};

/** Types of every surface, lint and format, import rules; `writer` is the step that writes generated types. */
export function checksAfter(writer: Step): readonly Step[] {
  return [
    { name: 'lint and format', run: () => pass(runTool('biome', ['ci', '--colors=off', '.'])) },
    {
      name: 'import rules',
      run: async () => {
        const violations = checkImports(readSources());
        if (violations.length > 0) throw new Error(violations.join('\n'));
        return ONE_PASS;
      },
    },
    ...SURFACES.map((surface) => ({
      name: `types: ${surface}`,
      after: READ_GENERATED.includes(surface) ? [writer.name] : [],
      run: () => pass(runTool('tsc', ['-p', surface])),
    })),
  ];
}

/** Everything that `npm run check` runs. */
export const CHECK_STEPS: readonly Step[] = [GENERATE, ...checksAfter(GENERATE)];

/** Counts one pass when the work ends well; it throws otherwise. */
async function pass(work: Promise<unknown>): Promise<Tally> {
  await work;
  return ONE_PASS;
}
