/** What asks for the page after this one. */
export function nextOf(rows: readonly { readonly id: number }[], page: number): number | null {
  return rows.length < page ? null : (rows.at(-1)?.id ?? null);
}
