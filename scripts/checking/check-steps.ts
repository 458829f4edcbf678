import { checkImports } from '../import-rules/check-imports.ts';
import { readSources } from '../import-rules/read-sources.ts';
import { runTool } from '../run-command.ts';
import type { Step, Tally } from './run-steps.ts';

export const ONE_PASS: Tally = { passed: 1, failed: 0, skipped: 0 };

const SURFACES = ['shared', 'viewer', 'worker', 'extension', 'scripts'];

/** What the extension's messages are called, as types; its type check reads them. */
const GENERATE: Step = {
  name: 'generated types',
  run: () => pass(runTool('wxt', ['prepare'])),
};

/** Types of every surface, lint and format, import rules. */
export const CHECK_STEPS: readonly Step[] = [
  GENERATE,
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
    after: [GENERATE.name],
    run: () => pass(runTool('tsc', ['-p', surface])),
  })),
];

/** Counts one pass when the work ends well; it throws otherwise. */
async function pass(work: Promise<unknown>): Promise<Tally> {
  await work;
  return ONE_PASS;
}
