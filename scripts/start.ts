import { resolve } from 'node:path';
import { buildAll } from './building/build-parts.ts';
import { ROOT } from './root.ts';
import { runServer } from './serving/run-server.ts';

await runServer(async () => {
  console.log('Building the pages, the server and the extension …');
  await buildAll();
});
console.log(`
To load the extension in Chrome or Chromium:
  1. Open chrome://extensions
  2. Switch on “Developer mode”
  3. Press “Load unpacked” and choose ${resolve(ROOT, 'dist/extension/chrome-mv3')}
`);
