import type { Diagram, DiagramId, FolderId } from '../model/diagram.ts';
import type { Place } from '../model/find-diagrams.ts';

/** What the page shows, as its address says behind `#`. */
export type Where =
  | { readonly view: 'browse'; readonly place: Place }
  | { readonly view: 'versions'; readonly id: DiagramId }
  | { readonly view: 'secret'; readonly id: DiagramId | null }
  | { readonly view: 'file'; readonly id: DiagramId }
  | { readonly view: 'storage' };

export function readWhere(hash: string): Where {
  const fields = new URLSearchParams(hash.slice(1));
  const versions = fields.get('versions');
  if (versions) return { view: 'versions', id: versions as DiagramId };
  if (fields.has('new-secret')) return { view: 'secret', id: null };
  const secret = fields.get('secret');
  if (secret) return { view: 'secret', id: secret as DiagramId };
  const file = fields.get('file');
  if (file) return { view: 'file', id: file as DiagramId };
  if (fields.has('storage')) return { view: 'storage' };
  const folder = fields.get('folder');
  if (folder) return { view: 'browse', place: { name: 'folder', id: folder as FolderId } };
  return { view: 'browse', place: { name: fields.has('bin') ? 'bin' : 'all' } };
}

export function placeHref(place: Place): string {
  if (place.name === 'folder') return `#${new URLSearchParams({ folder: place.id })}`;
  return place.name === 'bin' ? '#bin' : '#all';
}

export const versionsHref = (id: DiagramId): string => `#${new URLSearchParams({ versions: id })}`;

/** Where something of the library opens. */
export function itemHref({ id, kind }: Pick<Diagram, 'id' | 'kind'>): string {
  const place = kind === undefined ? '/editor.html' : '/library.html';
  return `${place}#${new URLSearchParams({ [kind ?? 'diagram']: id })}`;
}
