import { accepts } from 'hono/accepts';
import { errorAnswer } from './answer-error.ts';
import { ApiError } from './api-error.ts';
import type { AppContext } from './app-env.ts';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Not found · Inkseal</title>
<h1>There is nothing at this address.</h1>
<p><a href="/">Start a new share</a></p>
</html>
`;

/** A page for people, JSON for programs. */
export function answerNotFound(c: AppContext): Response {
  const supports = ['application/json', 'text/html'];
  const type = accepts(c, { header: 'Accept', supports, default: 'application/json' });
  if (type === 'text/html') return new Response(PAGE, htmlInit);
  return errorAnswer(c, new ApiError('not-found'));
}

const htmlInit = { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } };
