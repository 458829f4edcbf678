import { resolve } from 'node:path';
import { buildAll } from './building/build-parts.ts';
import { ROOT } from './root.ts';
import { runServer } from './serving/run-server.ts';

// The extension that is built here shares through the server that is started here.
const { PORT } = process.env;
if (PORT !== undefined && PORT !== '0') process.env.INKSEAL_ORIGIN ??= `http://127.0.0.1:${PORT}`;

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
