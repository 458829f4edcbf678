/** What the account page shows, as its address says behind `#`. */
export const ROUTES = [
  'overview',
  'sign-up',
  'sign-in',
  'recover',
  'security',
  'sessions',
  'activity',
  'leave',
  'older',
] as const;
export type Route = (typeof ROUTES)[number];

export function readRoute(hash: string): Route {
  const name = hash.slice(1);
  return ROUTES.find((route) => route === name) ?? 'overview';
}

export const routeHref = (route: Route): string => `#${route}`;
