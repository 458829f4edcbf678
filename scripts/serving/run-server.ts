import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import { describeMail, type Mailbox, openMailbox } from './mailbox.ts';
import { type Server, type ServerOptions, startServer } from './miniflare.ts';
import { stopOnRequest } from './stop-on-request.ts';

const DEFAULT_PORT = 8787;
const DEFAULT_STATE_DIR = '.wrangler/state';

export interface RunningServer {
  /** Takes up what was built since, on the same port and state. */
  restart(): Promise<void>;
}

/**
 * Serves what is built until somebody stops it, honouring PORT and STATE_DIR. Prints one line when ready;
 * ends the process with code 1 and one sentence when the server cannot start.
 *
 * @param prepare what to do first, such as building; a stop is heard during it too
 */
export async function runServer(
  prepare: () => Promise<void> = async () => {},
): Promise<RunningServer> {
  const port = readPort();
  const stateDir = resolve(ROOT, process.env.STATE_DIR || DEFAULT_STATE_DIR);
  let starting: Promise<Server> | undefined;
  let mailbox: Mailbox | undefined;
  stopOnRequest(async () => {
    const server = await starting?.catch(() => undefined);
    await server?.stop();
    await mailbox?.close();
  });
  try {
    await prepare();
    mailbox = await openMailbox((mail) => console.log(describeMail(mail)));
    const configure = sendingTo(mailbox);
    starting = startServer({ port, stateDir, configure });
    const { url, addedSecrets } = await starting;
    if (addedSecrets.length > 0) {
      console.log('Wrote .dev.vars with fresh secrets for development; keep it with the state.');
    }
    console.log(`Inkseal is at ${url}`);
    const chosenPort = Number(new URL(url).port);
    const restart = async () => {
      const previous = await starting?.catch(() => undefined);
      await previous?.stop();
      starting = startServer({ port: chosenPort, stateDir, configure });
      await starting;
    };
    return { restart };
  } catch (error) {
    console.error(explain(error, port));
    process.exit(1);
  }
}

function readPort(): number {
  const text = process.env.PORT || String(DEFAULT_PORT);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(
    `PORT is ${text}, which is no port: give a number from 0 (any free port) to 65535.`,
  );
  process.exit(1);
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is taken: choose another one with PORT=${port + 1}, or any free one with PORT=0.`;
  }
  return error.message;
}

/** A mail server that `.dev.vars` names is used, and no mailbox. */
function sendingTo(mailbox: Mailbox): NonNullable<ServerOptions['configure']> {
  return (worker) => (worker.bindings?.SMTP_URL === undefined ? mailbox.configure(worker) : worker);
}
