import { browser } from 'wxt/browser';
import { ReadError } from '../../shared/scene/formats/read-result.ts';
import { SANDBOX_PAGE, type SandboxAnswer, type SandboxRequest } from './protocol.ts';

const TIME_LIMIT_MS = 20_000;

interface Sandbox {
  readonly frame: HTMLIFrameElement;
  readonly loaded: Promise<void>;
}

let open: Sandbox | undefined;

/**
 * Asks the sandboxed page, which is opened at the first request and stays. One that takes too long is thrown away,
 * and whatever it was doing with it.
 *
 * @throws {ReadError} `too-slow`
 */
export async function askSandbox(request: SandboxRequest): Promise<SandboxAnswer> {
  const { port1, port2 } = new MessageChannel();
  const { promise, resolve, reject } = Promise.withResolvers<SandboxAnswer>();
  open ??= openSandbox();
  const { frame, loaded } = open;
  const timer = setTimeout(() => {
    frame.remove();
    if (open?.frame === frame) open = undefined;
    reject(new ReadError('too-slow'));
  }, TIME_LIMIT_MS);
  port1.onmessage = ({ data }: MessageEvent<SandboxAnswer>) => resolve(data);
  // The page's origin is opaque, so that none can be named; nothing but our own file is ever in the frame.
  loaded.then(() => frame.contentWindow?.postMessage(request, '*', [port2]));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    port1.close();
  }
}

function openSandbox(): Sandbox {
  const frame = document.createElement('iframe');
  frame.src = browser.runtime.getURL(SANDBOX_PAGE);
  // Hidden from all, but laid out, since diagrams are measured in it.
  frame.className = 'sandbox';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  const { promise, resolve } = Promise.withResolvers<void>();
  // The page's scripts have run by then.
  frame.onload = () => resolve();
  document.body.append(frame);
  return { frame, loaded: promise };
}
