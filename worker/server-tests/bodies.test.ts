import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshNonce, makeTextShare, startLargeShare, tryClaim } from './support/requests.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const BODY_BYTES = 50 * 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, 'x');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface RawRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers: readonly string[];
  /** Sends the body as it likes; `answered` is when something came back, or never will. */
  readonly body: (write: Write, answered: Promise<void>) => Promise<void>;
  /** Goes on sending when the answer is there. */
  readonly isStubborn?: boolean;
}

type Write = (piece: Buffer | string) => Promise<void>;

/** Status lines of all that comes back over one connection that says what `request` says. */
async function sendRaw(request: RawRequest): Promise<string[]> {
  const { path, method = 'POST', headers, body, isStubborn = false } = request;
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {}); // a server may hang up on what it refused
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
  });
  const closed = happens(socket, 'close');
  const type = method === 'PUT' ? 'application/octet-stream' : 'application/json';
  socket.write(
    [
      `${method} ${path} HTTP/1.1`,
      `Host: ${hostname}`,
      `Content-Type: ${type}`,
      ...headers,
      '',
      '',
    ].join('\r\n'),
  );
  const answered = Promise.race([happens(socket, 'data'), closed]);
  // Like any client, it stops sending when the answer is there.
  await body(async (piece) => {
    if (isStubborn || received === '') await writePiece(socket, piece, closed);
  }, answered);
  socket.end();
  await closed;
  return received.match(/HTTP\/1\.1 \d{3}/g) ?? [];
}

async function writePiece(
  socket: Socket,
  piece: Buffer | string,
  closed: Promise<void>,
): Promise<void> {
  if (socket.destroyed || socket.write(piece)) return;
  await Promise.race([happens(socket, 'drain'), closed]);
}

/** Unlike `events.once`, an error does not come first. */
function happens(socket: Socket, event: string): Promise<void> {
  return new Promise((resolve) => {
    socket.once(event, () => resolve());
  });
}

async function sendPlain(write: Write): Promise<void> {
  for (let sent = 0; sent < BODY_BYTES; sent += PIECE.length) await write(PIECE);
}

/** Waits for the answer to the two bytes that it announced: the reset that a flood meets can overtake it. */
async function sendLying(write: Write, answered: Promise<void>): Promise<void> {
  await write(PIECE.subarray(0, 2));
  await answered;
  await sendPlain(write);
}

async function sendChunked(write: Write): Promise<void> {
  for (let sent = 0; sent < BODY_BYTES; sent += PIECE.length) {
    await write(`${PIECE.length.toString(16)}\r\n`);
    await write(PIECE);
    await write('\r\n');
  }
  await write('0\r\n\r\n');
}

const PATHS = ['/api/v1/shares', '/api/v1/shares/AAAAAAAAAAAAAAAAAAAAAA/claim'];

describe.each(PATHS)('%s', (path) => {
  test('answers 413 to 50 MB', async () => {
    const headers = [`Content-Length: ${BODY_BYTES}`];
    expect(await sendRaw({ path, headers, body: sendPlain })).toEqual(['HTTP/1.1 413']);
  });

  test('answers 413 to 50 MB in chunks', async () => {
    const headers = ['Transfer-Encoding: chunked'];
    expect(await sendRaw({ path, headers, body: sendChunked })).toEqual(['HTTP/1.1 413']);
  });

  test('answers 400 to more than it says', async () => {
    const headers = ['Content-Length: 2'];
    const statuses = await sendRaw({ path, headers, body: sendLying, isStubborn: true });
    expect(statuses[0]).toBe('HTTP/1.1 400');
    // What comes after the two bytes is not even a request.
    expect(statuses.slice(1).filter((status) => !/ 4\d\d$/.test(status))).toEqual([]);
  });

  test('answers nothing good to less than it says', async () => {
    const headers = ['Content-Length: 1000'];
    const statuses = await sendRaw({ path, headers, body: (write) => write('{}') });
    expect(statuses.filter((status) => !/ (400|413|5\d\d)$/.test(status))).toEqual([]);
  });

  test('answers 400 to two lengths', async () => {
    const headers = ['Content-Length: 2', 'Content-Length: 3'];
    expect(await sendRaw({ path, headers, body: (write) => write('{}x') })).toEqual([
      'HTTP/1.1 400',
    ]);
  });
});

test('a part of 50 MB is refused, in chunks as well', async () => {
  const share = await startLargeShare(server.url);
  const path = `/api/v1/shares/${share.id}/parts/1`;
  const bearer = `Authorization: Bearer ${share.ownerToken}`;
  for (const [framing, body] of [
    [`Content-Length: ${BODY_BYTES}`, sendPlain],
    ['Transfer-Encoding: chunked', sendChunked],
  ] as const) {
    const request = { path, method: 'PUT', headers: [framing, bearer], body };
    expect(await sendRaw(request)).toEqual(['HTTP/1.1 400']);
  }
});

test('after all of that the server serves', async () => {
  const share = await makeTextShare(server.url, 'unharmed', 1);
  expect(await tryClaim(server.url, share, freshNonce())).toMatchObject({ remaining: 0 });
});
