import { buildAll } from './building/build-parts.ts';
import { watchParts } from './building/watch-parts.ts';
import { runServer } from './serving/run-server.ts';

const server = await runServer(async () => {
  console.log('Building everything once …');
  await buildAll();
});
console.log(
  'Watching. After a change of the extension press its reload button in chrome://extensions.',
);
watchParts(server);
