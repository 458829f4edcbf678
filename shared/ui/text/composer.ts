import { formatBytes, formatCount, formatDuration } from '../format.ts';

/* What the composer says. */

/* Options */
export const options = 'How it can be opened';
export const views = 'Views';
export const viewsHint = (max: number) => `How often it can be opened, 1 to ${max}.`;
export const viewsInvalid = (max: number) => `Type a whole number from 1 to ${max}.`;
export const expires = 'Expires after';
export const expiresLarge = (seconds: number) =>
  `Content of this size is kept for at most ${formatDuration(seconds)}.`;
export const passphrase = 'Passphrase (optional)';
export const passphraseHint =
  'Give it to the recipient by another way than the link. Ten wrong tries destroy the share.';
export const showPassphrase = 'Show passphrase';
export const strength = {
  weak: 'Weak: easy to guess.',
  fair: 'Fair. A few more words would make it strong.',
  strong: 'Strong.',
} as const;
export const note = 'Note (optional)';
export const noteHint = 'Sealed too: it is shown only after opening.';
export const noteTooLong = (max: number, length: number) =>
  `A note has at most ${max.toLocaleString('en')} characters; this one has ${length.toLocaleString('en')}.`;

/* Progress */
export const share = 'Seal and share';
export const sealing = 'Sealing…';
export const uploading = 'Uploading…';
export const uploaded = (done: number, total: number) =>
  `${formatBytes(done)} of ${formatBytes(total)}, ${Math.floor((100 * done) / total)} %.`;
export const keepOpen = 'Keep this tab open: closing it starts over.';
export const cancel = 'Cancel';
export const failedTitle = 'Not shared yet';
export const failedKept = 'Nothing is lost, and trying again goes on where it stopped.';
export const tryAgain = 'Try again';
export const back = 'Back to the form';

/* Failures */
export const offline = 'You are offline.';
export const unreachable = 'The server can’t be reached.';
export const waitFor = (seconds: number) => `The server asks to wait ${formatDuration(seconds)}.`;
export const tooLarge = 'This is larger than the server takes. Remove something and share again.';
export const overBudget =
  'Too much has been uploaded from your network today. Try again later, or share less.';
export const uploadGone =
  'The unfinished upload has ended on the server. Share again: it starts over.';
export const refused = 'The server did not accept this share.';
export const unreadable =
  'A file could not be read: it was moved, changed or deleted since you chose it. Remove it and choose it again.';
export const failed = 'Something went wrong.';

/* Shared */
export const sharedTitle = 'Sealed. Here is the link';
export const link = 'Link';
export const linkOnce =
  'Whoever has the whole link can open it. It is not kept anywhere: copy it now.';
export const passphraseApart = 'Send the passphrase by another way.';
export const copyLink = 'Copy link';
export const linkCopied = 'Link copied';
export const copyFailed =
  'The browser did not let this page copy. Select the link and copy it by hand.';
export const terms = (views: number, seconds: number, at: string) =>
  `${formatCount(views, 'view')}, expires in ${formatDuration(seconds)} (${at}).`;
export const showQr = 'Show QR code';
export const hideQr = 'Hide QR code';
export const qrLabel = 'QR code of the link';
export const revoke = 'Revoke now';
export const revokeTitle = 'Revoke this share?';
export const revokeBody =
  'The link stops working at once, also for those who are opening it now. This can’t be undone.';
export const revokeConfirm = 'Revoke';
export const revokeKeep = 'Keep it';
export const revoking = 'Revoking…';
export const revokeFailed = 'It could not be revoked. Try again.';
export const revokedTitle = 'Revoked. The link opens nothing any more';
export const another = 'Share another';

/* Content */
export const secretText = 'Secret text';
export const secretTextHint = 'A password, a key, a message.';
export const files = 'Files';
export const dropHere = 'Drop files here, paste a picture, or';
export const chooseFiles = 'choose files';
export const sizeLimit = (bytes: number) => `Up to ${formatBytes(bytes)} in all.`;
export const sizeOf = (bytes: number, max: number) =>
  `${formatBytes(bytes)} of ${formatBytes(max)}`;
export const sizeOver = (bytes: number) =>
  `That is ${formatBytes(bytes)} too much. Remove something.`;
export const tooMany = (max: number) => `A share holds at most ${max} items. Remove some.`;
export const nothingToShare = 'Type a text or choose a file.';
export const noFolders = 'Folders can’t be shared. Make an archive of the folder first.';
export const remove = 'Remove';
export const removeFile = (name: string) => `Remove ${name}`;
export const filesAdded = (count: number) => `${formatCount(count, 'file')} added`;
export const pastedName = (number: number, extension: string) => `pasted-${number}.${extension}`;
('The server’s limits could not be read, and nothing can be shared without it.');
