import type { DiagramId, FolderId } from '../model/diagram.ts';
import type { Place } from '../model/find-diagrams.ts';

/** What the page shows, as its address says behind `#`. */
export type Where =
  | { readonly view: 'browse'; readonly place: Place }
  | { readonly view: 'versions'; readonly id: DiagramId }
  | { readonly view: 'storage' };

export function readWhere(hash: string): Where {
  const fields = new URLSearchParams(hash.slice(1));
  const versions = fields.get('versions');
  if (versions) return { view: 'versions', id: versions as DiagramId };
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
