import type { Page } from '@playwright/test';

export interface PageWatch {
  /** What the page wrote as errors: breaches of its CSP are among them. */
  readonly errors: string[];
  /** Address, headers and body of every request. */
  readonly requests: string[];
}

/** Notes all that `page` sends and complains about from now on. */
export function watchPage(page: Page): PageWatch {
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const headers = JSON.stringify(request.headers());
    requests.push(`${request.url()} ${headers} ${request.postData() ?? ''}`);
  });
  return { errors, requests };
}
