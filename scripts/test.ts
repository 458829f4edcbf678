import { resolve } from 'node:path';
import { runSteps } from './checking/run-steps.ts';
import { addUp, formatSummary } from './checking/summary.ts';
import { TEST_STEPS } from './checking/test-steps.ts';
import { ROOT } from './root.ts';

// Some forty processes of Node load the same few large tools: each compiles them in half the time.
process.env.NODE_COMPILE_CACHE ??= resolve(ROOT, 'node_modules/.cache/compiled');

const results = await runSteps(TEST_STEPS);
console.log(formatSummary(results));
if (addUp(results).failed > 0) process.exitCode = 1;
