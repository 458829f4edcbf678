/** What the page shows, as its address says behind `#`. */
export const PLACES = ['reports', 'share', 'accounts', 'log'] as const;
export type Place = (typeof PLACES)[number];

export interface Where {
  readonly place: Place;
  /** Of the share that is looked at; empty where none is. */
  readonly shareId: string;
}

export function readPlace(hash: string): Where {
  const fields = new URLSearchParams(hash.slice(1));
  const place = PLACES.find((name) => fields.has(name)) ?? 'reports';
  return { place, shareId: fields.get('share') ?? '' };
}

export const operatorHref = (place: Place): string => `#${place}`;
export const shareHref = (id: string): string => `#${new URLSearchParams({ share: id })}`;
