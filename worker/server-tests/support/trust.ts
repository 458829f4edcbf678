import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Certificate, makeAuthority } from './certificates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** For `localhost`, by an authority that workerd trusts. */
    readonly trustedCertificate: Certificate;
    /** By the same authority, for another server. */
    readonly misnamedCertificate: Certificate;
  }
}

/** Makes an authority of these tests' own, which Miniflare reads of when it is loaded. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-authority-'));
  const authority = makeAuthority();
  const path = join(folder, 'authority.pem');
  await writeFile(path, authority.cert);
  process.env.NODE_EXTRA_CA_CERTS = path;
  project.provide('trustedCertificate', authority.issue('localhost', '127.0.0.1', '0.0.0.0'));
  project.provide('misnamedCertificate', authority.issue('mail.example'));
  return () => rm(folder, { recursive: true, force: true });
}
