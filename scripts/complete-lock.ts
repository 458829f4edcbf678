import { completeLock, listMissing } from './lock/complete-lock.ts';
import { readLock, writeLock } from './lock/lock-file.ts';

const lock = await readLock();
const missing = listMissing(lock.packages);
if (missing.length > 0) await writeLock({ ...lock, packages: completeLock(lock.packages) });
for (const { name, version } of missing) console.log(`Added ${name} ${version}`);
console.log(
  `package-lock.json names every optional dependency, ${missing.length} of them added now.`,
);
