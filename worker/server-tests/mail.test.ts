import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeSecrets } from '../../scripts/secrets/make-secrets.ts';
import { findFreePort } from '../../scripts/serving/free-port.ts';
import { makeAuthority } from './support/certificates.ts';
import { type MailServer, refusal, startMailServer } from './support/mail-server.ts';
import { drain, queueLetter, readWaiting, setTries, skipDelay } from './support/outbox.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const PASSWORD = 'a/password:with@signs';
const CODE = '82640917';
const LETTER = {
  to: 'ada@example.org',
  subject: `${CODE} ist dein Code für Inkseal, und noch so viele Worte, dass er gefaltet wird`,
  text: `Enter this code:\n\n${CODE}\n\n.\n.. a line of dots\nÜber alles\n`,
};
const MAIL_FROM = 'Inkseal „Mail“ <no-reply@inkseal.test>';
const secrets = await makeSecrets(['SEALING_KEYS']);

/** Lets in whoever knows the password, over TLS alone. */
const ASKS_PASSWORD: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _session, done) =>
    username === 'user' && password === PASSWORD
      ? done(null, { user: 'user' })
      : done(new Error('no')),
};

let port: number;
let server: TestServer;
let mailServer: MailServer | undefined;

/** A Worker that sends to `port`, where nobody listens yet. */
function serve(scheme: string, host: string): void {
  beforeAll(async () => {
    port = await findFreePort();
    const SMTP_URL = `${scheme}://user:${encodeURIComponent(PASSWORD)}@${host}:${port}`;
    server = await startTestServer({
      configure: (worker) => ({
        ...worker,
        bindings: { ...worker.bindings, ...secrets, SMTP_URL, MAIL_FROM },
      }),
    });
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    await mailServer?.stop();
    mailServer = undefined;
    // Whatever was delivered, failed or given up: nothing of the mail or the server's secrets is logged.
    const log = server.log.join('\n');
    for (const secret of [CODE, 'ada@', 'example.org', PASSWORD, 'Über']) {
      expect(log).not.toContain(secret);
    }
    await setTries(server, 101);
    await drain(server);
    expect(await readWaiting(server)).toEqual([]);
  });
}

async function listen(options: SMTPServerOptions): Promise<MailServer> {
  mailServer = await startMailServer(options, port);
  return mailServer;
}

function queue(to = LETTER.to): Promise<void> {
  return queueLetter(server, secrets, { ...LETTER, to });
}

function lastLog(): unknown {
  return JSON.parse(server.log.findLast((line) => line.includes('"event"')) ?? 'null');
}

describe('a mail server on loopback', () => {
  serve('smtp', '127.0.0.1');

  test.each([
    ['PLAIN', {}],
    ['LOGIN', { authMethods: ['LOGIN'] }],
  ])('gets mail over STARTTLS, signed in with %s', async (_name, options) => {
    const { received, sessions } = await listen({
      ...inject('trustedCertificate'),
      ...ASKS_PASSWORD,
      ...options,
    });
    await queue();
    await drain(server);
    expect(received).toHaveLength(1);
    expect(sessions[0]?.secure).toBe(true);
    const [mail] = received;
    expect(mail?.from?.value).toEqual([
      { name: 'Inkseal „Mail“', address: 'no-reply@inkseal.test' },
    ]);
    expect(mail?.to).toMatchObject({ text: LETTER.to });
    expect(mail?.subject).toBe(LETTER.subject);
    expect(mail?.text).toBe(LETTER.text);
    expect(mail?.messageId).toMatch(/^<[\da-f-]{36}@inkseal\.test>$/);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(Math.abs(Date.now() - Number(mail?.date))).toBeLessThan(60_000);
    expect(await readWaiting(server)).toEqual([]);
  });

  test.each([
    ['by an unknown authority', () => makeAuthority().issue('localhost', '127.0.0.1')],
    ['of another server', () => inject('misnamedCertificate')],
  ])('with a certificate %s gets nothing', async (_name, certificate) => {
    const { received } = await listen({ ...certificate(), ...ASKS_PASSWORD });
    await queue();
    await drain(server);
    expect(received).toEqual([]);
    expect(await readWaiting(server)).toEqual([1]);
    expect(lastLog()).toMatchObject({ event: 'mail-postponed', reply: null });
  });

  test('that is dead loses nothing; the mail goes when it is back', async () => {
    await queue('first@example.org');
    await queue('second@example.org');
    await drain(server);
    expect(lastLog()).toMatchObject({ event: 'mail-postponed', stage: 'connect', tries: 1 });
    // One try tells that nobody is there: the second mail is not even taken out.
    expect((await readWaiting(server)).toSorted()).toEqual([0, 1]);
    const { received } = await listen({ ...inject('trustedCertificate'), ...ASKS_PASSWORD });
    await skipDelay(server);
    await drain(server);
    expect(received.map(({ to }) => [to].flat()[0]?.text).toSorted()).toEqual([
      'first@example.org',
      'second@example.org',
    ]);
    expect(await readWaiting(server)).toEqual([]);
  });

  test('is not asked again before the delay is over', async () => {
    await queue();
    await drain(server);
    const { received } = await listen({ ...inject('trustedCertificate'), ...ASKS_PASSWORD });
    await drain(server);
    expect(received).toEqual([]);
    expect(await readWaiting(server)).toEqual([1]);
  });

  test.each([
    [451, [1]],
    [550, []],
  ])('that answers %d to one recipient still gets mail for others', async (code, waiting) => {
    const { received } = await listen({
      ...inject('trustedCertificate'),
      ...ASKS_PASSWORD,
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'gone@example.org' ? refusal(code) : null),
    });
    await queue('gone@example.org');
    await queue();
    await drain(server);
    expect(received).toHaveLength(1);
    expect(await readWaiting(server)).toEqual(waiting);
    const event = code === 550 ? 'mail-given-up' : 'mail-postponed';
    expect(lastLog()).toEqual({ event, tries: 1, stage: 'recipient', reply: code });
  });

  test('that refuses the password keeps mail waiting', async () => {
    await listen({
      ...inject('trustedCertificate'),
      onAuth: (_auth, _session, done) => done(refusal(535)),
    });
    await queue();
    await drain(server);
    expect(await readWaiting(server)).toEqual([1]);
    expect(lastLog()).toMatchObject({ event: 'mail-postponed', stage: 'auth', reply: 535 });
  });

  test('gets each mail once, however many drain at the same time', async () => {
    const { received } = await listen({ ...inject('trustedCertificate'), ...ASKS_PASSWORD });
    const addresses = Array.from({ length: 12 }, (_, index) => `person${index}@example.org`);
    for (const address of addresses) await queue(address);
    await Promise.all(Array.from({ length: 4 }, () => drain(server)));
    const got = received.map(({ to }) => [to].flat()[0]?.text ?? '');
    expect(got.toSorted()).toEqual(addresses.toSorted());
  });

  test.each([
    ['hangs up at once', (socket: Socket) => socket.end()],
    ['hangs up in the middle', (socket: Socket) => socket.end('220-half a gree')],
    ['talks nonsense', (socket: Socket) => socket.end(`${'x'.repeat(100_000)}\r\n`)],
    [
      'speaks before encryption began',
      (socket: Socket) => {
        socket.write('220 hello\r\n');
        socket.once('data', () => {
          socket.write('250-hello\r\n250 STARTTLS\r\n');
          socket.once('data', () => socket.write('220 go\r\n250 injected\r\n'));
        });
      },
    ],
  ])('that %s harms nobody', async (_name, talk) => {
    const rude = createServer((socket) => {
      socket.on('error', () => {});
      talk(socket);
    }).listen(port, '127.0.0.1');
    await once(rude, 'listening');
    await queue();
    await drain(server);
    expect(await readWaiting(server)).toEqual([1]);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    rude.close();
    await once(rude, 'close');
  });

  test('that never takes a mail is left alone in the end, and no word of it is logged', async () => {
    await listen({
      ...inject('trustedCertificate'),
      ...ASKS_PASSWORD,
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refusal(452)));
      },
    });
    await queue();
    await setTries(server, 99);
    await drain(server);
    expect(await readWaiting(server)).toEqual([]);
    expect(lastLog()).toEqual({ event: 'mail-given-up', tries: 100, stage: 'data', reply: 452 });
  });
});

describe('a mail server that encrypts from the first byte', () => {
  serve('smtps', 'localhost');

  test('gets mail', async () => {
    const { received } = await listen({
      ...inject('trustedCertificate'),
      ...ASKS_PASSWORD,
      secure: true,
    });
    await queue();
    await drain(server);
    expect(received).toHaveLength(1);
  });

  test('with an unknown certificate gets nothing', async () => {
    const certificate = makeAuthority().issue('localhost', '127.0.0.1');
    const { received } = await listen({ ...certificate, ...ASKS_PASSWORD, secure: true });
    await queue();
    await drain(server);
    expect(received).toEqual([]);
    expect(await readWaiting(server)).toEqual([1]);
  });
});

describe('a mail server that is not on loopback', () => {
  // Reaches this machine, yet is no loopback address.
  serve('smtp', '0.0.0.0');

  test('and offers no encryption gets neither password nor mail', async () => {
    const heard: string[] = [];
    const { received } = await listen({
      ...ASKS_PASSWORD,
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ username }, _session, done) => {
        heard.push(username ?? '');
        done(null, { user: 'user' });
      },
    });
    await queue();
    await drain(server);
    expect(heard).toEqual([]);
    expect(received).toEqual([]);
    expect(lastLog()).toMatchObject({ event: 'mail-postponed', stage: 'starttls', reply: null });
  });

  test('gets mail over STARTTLS', async () => {
    const { received } = await listen({ ...inject('trustedCertificate'), ...ASKS_PASSWORD });
    await queue();
    await drain(server);
    expect(received).toHaveLength(1);
  });
});
