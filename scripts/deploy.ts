import { buildAll } from './building/build-parts.ts';
import { CHECK_STEPS } from './checking/check-steps.ts';
import { runSteps } from './checking/run-steps.ts';
import { addUp, formatSummary } from './checking/summary.ts';
import { runTool } from './run-command.ts';
import { readWorkerConfig } from './serving/worker-config.ts';

const PLACEHOLDER_ID = '00000000-0000-0000-0000-000000000000';

const { databases } = readWorkerConfig();
const unmade = databases.find(({ id }) => id === undefined || id === PLACEHOLDER_ID);
if (unmade !== undefined) {
  console.error(
    `wrangler.toml names no database for ${unmade.binding}: see docs/deploy.md, step 2.`,
  );
  process.exit(1);
}

const results = await runSteps(CHECK_STEPS);
if (addUp(results).failed > 0) {
  console.error(formatSummary(results));
  process.exit(1);
}
await buildAll();
// The tables come first: an older Worker gets along with a newer table, not the other way round.
const options = { output: 'show', env: { WRANGLER_LOG: 'log' } } as const;
for (const { name } of databases) {
  await runTool('wrangler', ['d1', 'migrations', 'apply', name, '--remote'], options);
}
await runTool('wrangler', ['deploy'], options);
