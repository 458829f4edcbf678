/* What only the guest's page says. */

export const title = 'Seal it, share it, gone';
export const introduction =
  'What you put here is encrypted in this browser. The link opens it as often as you allow, then it is gone. The server never has the key.';
export const promiseTitle = 'What is promised, and what is not';
export const openTitle = 'Open a link';
export const openLabel = 'Link that you were sent';
export const openButton = 'Open';
export const limitsFailed =
  'The server can’t be reached, so nothing can be shared now. What you typed stays here.';
export const tryAgain = 'Try again';
