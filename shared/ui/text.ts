import { formatBytes, formatCount, formatDuration } from './format.ts';

/* What reader and composer say. One constant a surface, so that a page loads its own words only. */

export const readerText = {
  logged:
    'Opening is logged for the sender: the time, the kind of browser and a code for the address.',
  keyWasSent:
    'Something on the way rewrote this link, and its key was sent over the network. You can still open it; whoever runs that network or this server could have read it too. Tell the sender.',

  looking: { title: 'Looking at the seal…' },

  waiting: {
    title: 'A sealed share is waiting for you',
    size: 'Size',
    views: 'Views left',
    expires: 'Expires',
    sizeUpTo: (bytes: number) => `up to ${formatBytes(bytes)}`,
    sizeAbout: (bytes: number) => `about ${formatBytes(bytes)}`,
    viewsLeft: (remaining: number, views: number) => `${remaining} of ${views}`,
    lastView: 'Opening it takes the last view. After that it is gone for everybody, you included.',
    oneView: 'Opening it takes one view.',
    expiresIn: (seconds: number, at: string) => `in ${formatDuration(seconds)}, ${at}`,
    big: (bytes: number) =>
      `This browser has to hold all ${formatBytes(bytes)} in memory until you save, and it may not manage. Prefer a computer with more memory: once opened, the view is used.`,
    passphrase: 'Passphrase',
    passphraseHint: 'The sender has set one. Ask for it by another way than this link.',
    passphraseMissing: 'Type the passphrase that the sender gave you.',
    passphraseWrong: (attemptsLeft: number) =>
      `That is not the passphrase. ${formatCount(attemptsLeft, 'try').replace('trys', 'tries')} left, then the share is destroyed.`,
    show: 'Show passphrase',
    reveal: 'Open the share',
  },

  opening: {
    title: 'Opening…',
    keepOpen: 'Keep this tab open: the view belongs to it.',
    received: (done: number, total: number) =>
      `${formatBytes(done)} of ${formatBytes(total)}, ${Math.floor((100 * done) / total)} %`,
    interrupted: (waitMs: number) =>
      `The connection broke. Trying again in ${formatDuration(waitMs / 1000)}, from where it stopped.`,
    resume: 'Try now',
  },

  revealed: {
    text: 'The secret text',
    files: 'The files',
    file: 'The file',
    diagram: 'The picture',
    attachments: 'Attached',
    wasLast: 'This was the last view. Save what you need: it can’t be opened again.',
    viewsLeft: (remaining: number) => `${formatCount(remaining, 'view')} left.`,
    note: 'Note from the sender',
    copy: 'Copy text',
    copied: 'Copied',
    copyFailed: 'The browser did not let this page copy. Select the text and copy it by hand.',
    shortened: 'Only the beginning is shown. Copy and Save take all of it.',
    save: 'Save',
    saveItem: (name: string) => `Save ${name}`,
    saveText: 'Save as a file',
    saveAll: (count: number) => `Save all ${count}`,
    saveAllHint: 'The browser saves them one after the other, and may ask whether it may.',
    saved: 'Saved',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    picture: (name: string) => `Picture ${name}`,
    noPicture: 'This picture can’t be shown here. You can still save it.',
    unnamed: (number: number) => `item-${number}`,
  },

  gone: {
    'used-up': ['This share was used up', 'It has been opened as often as its sender allowed.'],
    expired: ['This share has expired', 'Its time was over before you came.'],
    revoked: ['This share was revoked', 'Its sender took it back.'],
    destroyed: ['This share was destroyed', 'The passphrase was wrong ten times.'],
  },
  goneAdvice: 'It can’t be opened any more. Ask the sender for a new link.',
  missing: {
    title: 'There is no such share',
    body: 'The link may be mistyped, or its share ended more than 30 days ago. Copy the whole link again, or ask the sender for a new one.',
  },
  ended: {
    title: 'Your view has ended',
    body: 'The view was yours, but too much time passed before everything was here. Ask the sender for a new link.',
  },
  damaged: {
    title: 'This share does not open',
    body: 'What came is damaged, or was sealed with another key. Nothing of it is shown. Ask the sender for a new link.',
  },
  incomplete: {
    title: 'This link is not complete',
    body: 'The part behind # is missing or cut off: it holds the key, and the server never sees it. Copy the whole link again, up to its last character. No view was used.',
  },
  offline: {
    title: 'You are offline',
    body: 'This goes on by itself when the connection is back.',
  },
  unreachable: { title: 'The server can’t be reached' },
  nothingTaken: 'No view was used.',
  viewKept:
    'If your view was taken already, trying again here goes on with it and takes no second one. Keep this tab open.',
  limited: {
    title: 'Too many requests',
    body: (seconds: number) => `The server asks to wait ${formatDuration(seconds)}.`,
  },
  failed: {
    title: 'Something went wrong',
    body: 'The server answered with an error.',
  },
  tryAgain: 'Try again',

  report: {
    open: 'Report abuse',
    title: 'Report this share',
    body: 'Tell the people who run this server what is wrong with it. They can’t read the share, but can see your words. A report alone takes nothing down.',
    reason: 'What is wrong?',
    reasonMissing: 'Say in a few words what is wrong.',
    send: 'Send report',
    sending: 'Sending…',
    cancel: 'Cancel',
    sent: 'Thank you. The report has arrived.',
    failed: 'The report could not be sent. Try again.',
    close: 'Close',
  },
} as const;

export const composerText = {
  options: {
    legend: 'How it can be opened',
    views: 'Views',
    viewsHint: (max: number) => `How often it can be opened, 1 to ${max}.`,
    viewsInvalid: (max: number) => `Type a whole number from 1 to ${max}.`,
    expires: 'Expires after',
    expiresLarge: (seconds: number) =>
      `Content of this size is kept for at most ${formatDuration(seconds)}.`,
    passphrase: 'Passphrase (optional)',
    passphraseHint:
      'Give it to the recipient by another way than the link. Ten wrong tries destroy the share.',
    passphraseTooLong: 'This passphrase is too long: 1,024 bytes at most.',
    show: 'Show passphrase',
    strength: {
      weak: 'Weak: quickly guessed by who has the link.',
      fair: 'Fair. A few more words would make it strong.',
      strong: 'Strong.',
    },
    note: 'Note (optional)',
    noteHint: 'Sealed too: it is shown only after opening.',
    noteTooLong: (max: number, length: number) =>
      `A note has at most ${max.toLocaleString('en')} characters; this one has ${length.toLocaleString('en')}.`,
  },

  panel: {
    share: 'Seal and share',
    sealing: 'Sealing…',
    uploading: 'Uploading…',
    uploaded: (done: number, total: number) =>
      `${formatBytes(done)} of ${formatBytes(total)}, ${Math.floor((100 * done) / total)} %`,
    keepOpen: 'Keep this tab open: closing it starts over.',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    back: 'Back to the form',
    failed: 'Not shared yet',
    kept: 'Nothing is lost, and trying again goes on where it stopped.',
  },

  failures: {
    offline: 'You are offline.',
    unreachable: 'The server can’t be reached.',
    limited: (seconds: number) => `The server asks to wait ${formatDuration(seconds)}.`,
    tooLarge: 'This is larger than the server takes. Remove something and share again.',
    budget: 'Too much has been uploaded from your network today. Try again later, or share less.',
    gone: 'The unfinished upload has ended on the server. Share again: it starts over.',
    refused: 'The server did not accept this share.',
    unreadable:
      'A file could not be read: it was moved, changed or deleted since you chose it. Remove it, choose it again and share again.',
    failed: 'Something went wrong.',
  },

  shared: {
    title: 'Sealed. Here is the link',
    link: 'Link',
    once: 'Whoever has the whole link can open it. This page does not keep it: copy it now.',
    passphraseApart: 'Send the passphrase by another way.',
    copy: 'Copy link',
    copied: 'Link copied',
    copyFailed: 'The browser did not let this page copy. Select the link and copy it by hand.',
    terms: (views: number, seconds: number, at: string) =>
      `${formatCount(views, 'view')}, expires in ${formatDuration(seconds)} (${at}).`,
    qr: 'Show QR code',
    qrHide: 'Hide QR code',
    qrLabel: 'QR code of the link',
    revoke: 'Revoke now',
    revokeTitle: 'Revoke this share?',
    revokeBody:
      'The link stops working at once, also for those who are opening it now. This can’t be undone.',
    revokeConfirm: 'Revoke',
    revokeCancel: 'Keep it',
    revoking: 'Revoking…',
    revokeFailed: 'It could not be revoked. Try again.',
    revoked: 'Revoked. The link opens nothing any more.',
    another: 'Share another',
  },

  content: {
    text: 'Secret text',
    textHint: 'A password, a key, a message.',
    files: 'Files',
    drop: 'Drop files here, paste a picture, or',
    choose: 'Choose files',
    limit: (bytes: number) => `Up to ${formatBytes(bytes)} in all.`,
    total: (bytes: number, max: number) => `${formatBytes(bytes)} of ${formatBytes(max)}`,
    tooLarge: (bytes: number) => `That is ${formatBytes(bytes)} too much. Remove something.`,
    tooMany: (max: number) => `A share holds at most ${max} items. Remove some.`,
    empty: 'Type a text or choose a file.',
    remove: (name: string) => `Remove ${name}`,
    added: (count: number) => `${formatCount(count, 'file')} added`,
    pasted: (number: number) => `pasted-${number}.png`,
  },
} as const;
