import { zipSync } from 'fflate';

/** `files` in one ZIP. What is compressed already is only packed. */
export async function zipFiles(files: readonly File[], name: string): Promise<File> {
  const entries: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  for (const file of files) {
    const level = /png|pdf/.test(file.type) ? 0 : 6;
    entries[file.name] = [new Uint8Array(await file.arrayBuffer()), { level }];
  }
  return new File([new Uint8Array(zipSync(entries))], name, { type: 'application/zip' });
}
