import { runServer } from './serving/run-server.ts';

await runServer();
