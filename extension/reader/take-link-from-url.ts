/** The text behind this page's `#`, which is removed from the address at once: it holds a key. */
export function takeLinkFromUrl(): string {
  const { hash, pathname } = location;
  if (hash === '') return '';
  history.replaceState(null, '', pathname);
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
