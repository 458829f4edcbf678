import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server, ServerOptions } from '../../scripts/serving/miniflare.ts';

export type TestServerOptions = Pick<ServerOptions, 'configure' | 'bundlePath'>;

/** A real server on a port and in a state folder of its own, which a test can stop and start again. */
export class TestServer {
  readonly #options: TestServerOptions;
  readonly #stateDir: string;
  #server: Server | undefined;
  #port = 0;

  /** Each line that the Worker logged so far. */
  readonly logs: string[] = [];

  private constructor(options: TestServerOptions, stateDir: string) {
    this.#options = options;
    this.#stateDir = stateDir;
  }

  static async create(options: TestServerOptions = {}): Promise<TestServer> {
    const server = new TestServer(options, await mkdtemp(join(tmpdir(), 'inkseal-e2e-')));
    await server.start();
    return server;
  }

  /** Origin, without a slash at the end; the same after a restart. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The running Miniflare, to look into what is stored. */
  get miniflare(): Server['miniflare'] {
    if (this.#server === undefined) throw new Error('The server is stopped');
    return this.#server.miniflare;
  }

  async start(): Promise<void> {
    // Takes a second to load, which listing the tests need not wait for.
    const { startServer } = await import('../../scripts/serving/miniflare.ts');
    this.#server = await startServer({
      ...this.#options,
      port: this.#port,
      stateDir: this.#stateDir,
      onLog: (line) => this.logs.push(line),
    });
    this.#port = Number(new URL(this.#server.url).port);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
  }

  /** Stops and starts again on the same port and state. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Ready for another test: running, and nothing logged yet. */
  async recover(): Promise<void> {
    if (this.#server === undefined) await this.start();
    this.logs.length = 0;
  }

  async destroy(): Promise<void> {
    await this.stop();
    await rm(this.#stateDir, { recursive: true, force: true });
  }
}
