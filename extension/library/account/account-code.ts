/* What shows and synchronises an account's library. Pages load it with `import()`, and only where somebody is
 * signed in; nothing else may import this file. */
export { AccountBar } from './account-bar.tsx';
export { SYNC_LOCK } from './account-mirror.ts';
export { runSync } from './run-sync.ts';
export { syncPlace } from './sync-place.ts';
