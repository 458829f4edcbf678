/** What Inkseal promises, in the words that all its documents use, and nothing more. */
export const promise = [
  'With an honest server, at most as many claims as the chosen views are ever granted; afterwards nothing is served.',
  'Ciphertext above 64 KiB is deleted; smaller ciphertext stays in the platform’s recovery log for up to 30 days, reachable by the operator only, and opens only with the link. Share objects are never restored from it.',
  'Whoever reads with the server’s page trusts its code; readers in the extension or the CLI do not.',
  'Any holder of the link can drain its views. A holder without the passphrase can destroy it by ten wrong tries, never read it.',
  'A tab lost between claim and answer loses that view. Timing may tell that an id exists.',
] as const;
