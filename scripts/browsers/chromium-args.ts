/**
 * What Playwright switches off itself, lib/coreBundle.js `disabledFeatures`: a browser listens to the last list that it is
 * given only.
 */
const OFF_IN_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Pages that Chromium draws the address bar's suggestions with, half a second of processor for each window: a test types no address. */
const ADDRESS_BAR_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** Pictures of tabs for a pointer that rests on one: about 7 % of what opening a page costs. */
const TAB_PICTURES = ['TabHoverCardImages'];

/** A process with nothing in it, started with each page for the next one: a quarter of a second of processor that no test needs. */
const SPARE_PROCESS = 'SpareRendererForSitePerProcess';

/** For every Chromium that a test starts. */
export const CHROMIUM_ARGS: readonly string[] = [
  `--disable-features=${[...OFF_IN_PLAYWRIGHT, ...ADDRESS_BAR_PAGES, ...TAB_PICTURES, SPARE_PROCESS].join()}`,
];
