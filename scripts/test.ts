import { runSteps } from './checking/run-steps.ts';
import { addUp, formatSummary } from './checking/summary.ts';
import { TEST_STEPS } from './checking/test-steps.ts';

const results = await runSteps(TEST_STEPS);
console.log(formatSummary(results));
if (addUp(results).failed > 0) process.exitCode = 1;
