import { buildAll } from './building/build-parts.ts';

await buildAll();
console.log('Built dist/viewer, dist/worker and dist/extension/chrome-mv3.');
