import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Resource {
  readonly body: string | Uint8Array;
  readonly type: string;
}

/** Some website of a third party: serves what a test puts there, on an origin of its own. */
export class TestSite {
  /** Paths of all requests so far. */
  readonly asked: string[] = [];
  readonly #resources = new Map<string, Resource>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const resource = this.#resources.get(new URL(request.url ?? '/', this.url).pathname);
      response.writeHead(resource === undefined ? 404 : 200, {
        'content-type': resource?.type ?? 'text/plain',
      });
      response.end(resource?.body);
    });
  }

  static async create(): Promise<TestSite> {
    const site = new TestSite();
    site.#server.listen(0, '127.0.0.1');
    await once(site.#server, 'listening');
    return site;
  }

  /** Origin, without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Serves `body` at `path` and returns its address. */
  put(path: string, body: string | Uint8Array, type = 'text/html; charset=utf-8'): string {
    this.#resources.set(path, { body, type });
    return this.url + path;
  }

  async destroy(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
