/** The part of `navigator` that says which browser this is; Chromium's client hints, which others lack. */
export interface BrowserHints {
  readonly userAgent: string;
  readonly userAgentData?: {
    readonly platform: string;
    readonly brands: readonly { readonly brand: string }[];
  };
}

/** Names that every Chromium carries beside its own. */
const COMMON = /^Chromium$|not.{0,3}a.{0,3}brand/i;

/** `Google Chrome on Windows`, as far as the browser tells. */
export function nameBrowser({ userAgent, userAgentData }: BrowserHints): string {
  if (!userAgentData) return userAgent.includes('Firefox') ? 'Firefox' : 'Browser';
  const { platform, brands } = userAgentData;
  const own = brands.find(({ brand }) => !COMMON.test(brand))?.brand ?? 'Chromium';
  return platform ? `${own} on ${platform}` : own;
}
