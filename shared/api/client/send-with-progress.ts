import type { Send } from './request.ts';

/**
 * Like `fetch`, and tells how many bytes of the body have been sent: `fetch` itself says nothing before the
 * answer. Outside of pages (workers, Node) there is no way to know, and `onSent` is not called.
 */
export function sendWithProgress(onSent: (bytes: number) => void): Send {
  if (typeof XMLHttpRequest === 'undefined') return fetch;
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const exchange = new XMLHttpRequest();
      const abort = () => exchange.abort();
      const end = () => signal?.removeEventListener('abort', abort);
      exchange.open(method, url);
      headers.forEach((value, name) => {
        exchange.setRequestHeader(name, value);
      });
      exchange.upload.onprogress = ({ loaded }) => onSent(loaded);
      exchange.onload = () => {
        end();
        resolve(readResponse(exchange));
      };
      exchange.onerror = () => {
        end();
        reject(new TypeError('The connection broke.'));
      };
      exchange.onabort = () => {
        end();
        reject(signal?.reason);
      };
      signal?.throwIfAborted();
      signal?.addEventListener('abort', abort);
      exchange.send(body);
    });
}

const NO_CONTENT = 204;

function readResponse(exchange: XMLHttpRequest): Response {
  const headers = new Headers();
  const wait = exchange.getResponseHeader('retry-after');
  if (wait !== null) headers.set('retry-after', wait);
  const { status } = exchange;
  return new Response(status === NO_CONTENT ? null : exchange.responseText, { status, headers });
}
