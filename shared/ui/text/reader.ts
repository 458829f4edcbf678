import type { GoneReason } from '../../api/limits.ts';
import { formatBytes, formatCount, formatDuration } from '../format.ts';

/* What the reader says. Single constants, so that the page's build drops their names. */

export const logged =
  'Opening is logged for the sender: the time, the kind of browser and a code for the address.';
export const keyWasSent =
  'This link was changed on the way, and its key was sent over the network. It still opens, but that network or this server may have read it. Tell the sender.';
export const lookingTitle = 'Looking at the seal…';
export const tryAgain = 'Try again';

/* Sealed */
export const sealedTitle = 'A sealed share is waiting for you';
export const size = 'Size';
export const sizeUpTo = (bytes: number) => `up to ${formatBytes(bytes)}`;
export const sizeAbout = (bytes: number) => `about ${formatBytes(bytes)}`;
export const views = 'Views left';
export const viewsOf = (remaining: number, all: number) => `${remaining} of ${all}`;
export const expires = 'Expires';
export const expiresIn = (seconds: number, at: string) => `in ${formatDuration(seconds)}, ${at}`;
export const tooBig = (bytes: number) =>
  `This browser must hold all ${formatBytes(bytes)} in memory until you save, and may fail. A computer with more memory is safer: the view is used either way.`;
export const takesLastView =
  'Opening it takes the last view. After that it is gone for everybody, you included.';
export const takesView = 'Opening it takes one view.';
export const passphrase = 'Passphrase';
export const passphraseHint = 'The sender has set one. Ask for it by another way than this link.';
export const passphraseMissing = 'Type the passphrase that the sender gave you.';
export const passphraseWrong = (attemptsLeft: number) =>
  `That is not the passphrase. ${attemptsLeft === 1 ? '1 try' : `${attemptsLeft} tries`} left, then the share is destroyed.`;
export const showPassphrase = 'Show passphrase';
export const reveal = 'Open the share';

/* Opening */
export const openingTitle = 'Opening…';
export const keepOpen = 'Keep this tab open: the view belongs to it.';
export const received = (done: number, total: number) =>
  `${formatBytes(done)} of ${formatBytes(total)}, ${Math.floor((100 * done) / total)} %`;
export const interrupted = (waitMs: number) =>
  `The connection broke. It goes on from where it stopped, in ${formatDuration(waitMs / 1000)}.`;
export const resume = 'Try now';

/* Revealed */
export const revealedTitles = {
  text: 'The secret text',
  files: 'The files',
  diagram: 'The picture',
} as const;
export const fileTitle = 'The file';
export const wasLastView = 'This was the last view. Save what you need: it can’t be opened again.';
export const viewsLeft = (remaining: number) => `${formatCount(remaining, 'view')} left.`;
export const note = 'Note from the sender';
export const copy = 'Copy text';
export const copied = 'Copied';
export const copyFailed =
  'The browser did not let this page copy. Select the text and copy it by hand.';
export const shortened = 'Only the beginning is shown. Copy and Save take all of it.';
export const save = 'Save';
export const saveItem = (name: string) => `Save ${name}`;
export const saved = 'Saved';
export const saveText = 'Save as a file';
export const saveAll = (count: number) => `Save all ${count}`;
export const saveAllHint = 'One download after the other: your browser may ask whether it may.';
export const zoomIn = 'Zoom in';
export const zoomOut = 'Zoom out';
export const picture = (name: string) => `Picture ${name}`;
export const noPicture = 'This picture can’t be shown here. You can still save it.';
export const unnamed = (number: number) => `item-${number}`;

/* Ended: a title, then what it means and what to do. */
const ASK_ANEW = 'Ask the sender for a new link.';
export const gone: Record<GoneReason, readonly [string, ...string[]]> = {
  'used-up': ['This share is used up', 'It was opened as often as its sender allowed.', ASK_ANEW],
  expired: ['This share has expired', 'Its time was over before you came.', ASK_ANEW],
  revoked: ['This share was revoked', 'Its sender took it back.'],
  destroyed: ['This share was destroyed', 'Its passphrase was typed wrong ten times.', ASK_ANEW],
  'taken-down': ['This share was taken down', 'The operator of this server ended it.'],
};
export const endings = {
  missing: [
    'There is no such share',
    'The link may be mistyped, or the share ended more than 30 days ago. Copy the whole link again.',
  ],
  ended: ['Your view has ended', 'Too much time passed before everything was here.', ASK_ANEW],
  damaged: [
    'This share does not open',
    'What came is damaged, or was sealed with another key. Nothing of it is shown.',
    ASK_ANEW,
  ],
  incomplete: [
    'This link is not complete',
    'The key behind # is missing or cut off. Copy the whole link again, up to its last character. If you reloaded this page, open the link once more.',
  ],
  offline: ['You are offline', 'This goes on by itself when the connection is back.'],
  unreachable: ['The server can’t be reached', 'Check your connection.'],
  failed: ['Something went wrong', 'The server or this page met an error.'],
  limited: ['Too many requests'],
} as const;
export const waitFor = (seconds: number) => `The server asks to wait ${formatDuration(seconds)}.`;
export const noViewUsed = 'No view was used.';
export const viewKept =
  'If a view was taken already, trying again here goes on with it and takes no second one. Keep this tab open.';

/* Report */
export const report = 'Report abuse';
export const reportTitle = 'Report this share';
export const reportBody =
  'The people who run this server can’t read the share, but will read your words. A report alone takes nothing down.';
export const reportReason = 'What is wrong?';
export const reportMissing = 'Say in a few words what is wrong.';
export const reportSend = 'Send report';
export const reportSending = 'Sending…';
export const reportSent = 'Thank you. The report has arrived.';
export const reportFailed = 'The report could not be sent. Try again.';
export const cancel = 'Cancel';
export const close = 'Close';
