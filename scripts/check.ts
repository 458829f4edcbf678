import { CHECK_STEPS } from './checking/check-steps.ts';
import { runSteps } from './checking/run-steps.ts';
import { addUp, formatSummary } from './checking/summary.ts';

const results = await runSteps(CHECK_STEPS);
console.log(formatSummary(results));
if (addUp(results).failed > 0) process.exitCode = 1;
