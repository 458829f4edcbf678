const KEEP_URL_MS = 10 * 60_000;
const PAUSE_MS = 400;

/** Hands `data` to the browser's downloads as `name`. */
export function saveFile(name: string, data: Blob): void {
  const url = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
}

/** Saves one after the other: browsers drop downloads that begin at the same moment. */
export async function saveFiles(
  files: readonly { readonly name: string; readonly data: Blob }[],
): Promise<void> {
  for (const { name, data } of files) {
    saveFile(name, data);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
