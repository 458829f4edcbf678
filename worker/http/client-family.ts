const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/inkseal-cli\//i, 'Inkseal CLI'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
  [/curl\//, 'curl'],
  [/bot|crawl|spider|preview/i, 'Bot'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** Browser and system family of a user agent, e.g. `Firefox on Linux`: enough to recognise, no more. */
export function clientFamily(userAgent: string): string {
  const browser = familyIn(BROWSERS, userAgent) ?? 'Other';
  const system = familyIn(SYSTEMS, userAgent);
  return system === undefined ? browser : `${browser} on ${system}`;
}

function familyIn(
  families: readonly (readonly [RegExp, string])[],
  text: string,
): string | undefined {
  return families.find(([pattern]) => pattern.test(text))?.[1];
}
