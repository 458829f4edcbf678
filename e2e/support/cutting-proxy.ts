import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export type Direction = 'up' | 'down';

/** A loopback proxy in front of a server, whose wires a test can cut. */
export class CuttingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut: { direction: Direction; bytes: number; onCut: () => void } | undefined;
  #isDown = false;

  /** How often the wires were cut. */
  cuts = 0;

  private constructor(target: string) {
    const { hostname, port } = new URL(target);
    this.#server = createServer((client) => {
      if (this.#isDown) return void client.destroy();
      const upstream = connect(Number(port), hostname);
      this.#join(client, upstream, 'up');
      this.#join(upstream, client, 'down');
    });
  }

  static async create(target: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** Origin, without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * Cuts all wires once, after `bytes` more have passed in `direction`, and stays dead until `repair`; resolves when
   * they are cut.
   */
  cutAfter(direction: Direction, bytes: number): Promise<void> {
    return new Promise((onCut) => {
      this.#cut = { direction, bytes, onCut };
    });
  }

  /** Cuts all wires now, until `repair`. */
  cut(): void {
    this.#cutWires();
  }

  repair(): void {
    this.#isDown = false;
  }

  async destroy(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(from: Socket, to: Socket, direction: Direction): void {
    this.#sockets.add(from);
    from.on('data', (chunk) => {
      const passing = this.#count(direction, chunk.length);
      if (!to.write(chunk.subarray(0, passing))) from.pause();
      if (passing < chunk.length) this.#cutWires();
    });
    to.on('drain', () => from.resume());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.end();
    });
  }

  /** How many of `length` bytes may pass. */
  #count(direction: Direction, length: number): number {
    if (this.#cut?.direction !== direction) return length;
    this.#cut.bytes -= length;
    return Math.max(0, Math.min(length, length + this.#cut.bytes));
  }

  #cutWires(): void {
    const cut = this.#cut;
    this.#cut = undefined;
    this.#isDown = true;
    this.cuts++;
    for (const socket of this.#sockets) socket.destroy();
    cut?.onCut();
  }
}
