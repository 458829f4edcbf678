const GIB = 1024 ** 3;
/** What any computer's browser holds without trouble. */
const EASY_BYTES = GIB;
const EASY_BYTES_ON_PHONES = GIB / 4;

/** Whether this browser may fail to hold `bytes` at once. `deviceMemory` is in GiB, at most 8, not in all browsers. */
export function mayNotFit(bytes: number): boolean {
  const { deviceMemory } = navigator as { readonly deviceMemory?: number };
  if (deviceMemory !== undefined) return bytes > Math.min(EASY_BYTES, (deviceMemory * GIB) / 4);
  const isPhone = /android|iphone|ipad|mobile/i.test(navigator.userAgent);
  return bytes > (isPhone ? EASY_BYTES_ON_PHONES : EASY_BYTES);
}
