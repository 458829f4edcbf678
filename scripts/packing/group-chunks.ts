/** What only accounts and operators need stays in chunks of its own; `find-parts.ts` knows them by their name. */
const ACCOUNTS =
  /\/(account|accounts|operator|sync)[/-]|\/api\/(client|contract)\/library[/.]|\/api\/library-limits\.|\/crypto\/(account|manifest|p384|recipient|recovery-kit|signing|thumbprint)\./;
/** Pages that need nothing of scenes. */
const SMALL_PAGES =
  /\/extension\/(my-shares|drafts\/draft-list|share|settings|reader)|\/shared\/ui\/(reader\/|composer\/qr-code)|\/uqr\//;
/** The library's page and, beside it, what is recovered from pages. */
const LIBRARY = /\/extension\/(recovery|library\/(page|secrets|files|versions|storage|transfer))\//;
/** What pages ask with whether there is an account, and whether it was read. */
const ASKING = /\/(once-signed-in|mirror-state)\./;
/** Rooms of the extension that work on scenes, with what of them must not be loaded before it is asked for. */
const SCENES = /\/extension\/(library|editor|fonts|recovery|sandbox|export)\//;
const LATER =
  /\/export\/pdf\/|\/(mermaid-format|mermaid-dialog|mermaid-text|read-skeletons|read-mermaid-svg|subgraphs|write-(mermaid|node|edge))\./;
/** Parts of those rooms that the service worker and the popup know. */
const KNOWN_BY_ALL = /\/(editor-start|recover-url|recovery\/found|library\/originals|local-store)/;
const PAGE_PACKAGES =
  /\/node_modules\/(preact|idb|webextension-polyfill|@?wxt)|\.wxt\/|preload-helper|virtual:wxt|rolldown\/runtime/;
const SCENE_PACKAGES = /\/node_modules\/(zod\/|@rgrove|perfect-freehand)/;

const ofPages = (id: string) =>
  PAGE_PACKAGES.test(id) ||
  KNOWN_BY_ALL.test(id) ||
  /\/shared\/(crypto|api|keys|ui)\//.test(id) ||
  (/\/extension\//.test(id) && !SCENES.test(id));

const ofScenes = (id: string) =>
  SCENE_PACKAGES.test(id) || /\/shared\/scene\//.test(id) || SCENES.test(id);

/**
 * What several pages of the extension share, in few files: a zip packs one large file better than many small ones,
 * each with names of its own. A page loads all of a file that it needs some of, from the disk.
 */
export const CHUNK_GROUPS = [
  // One style sheet for all pages, in which each speaks of what is its own alone.
  { name: 'styles', test: (id: string) => id.endsWith('.css') && !ACCOUNTS.test(id), priority: 3 },
  { name: 'page', test: (id: string) => isEager(id) && ofPages(id), minShareCount: 2, priority: 2 },
  {
    name: 'scene',
    test: (id: string) => isEager(id) && ofScenes(id),
    minShareCount: 2,
    priority: 1,
  },
  { name: 'pages', test: (id: string) => isEager(id) && SMALL_PAGES.test(id), priority: 0.5 },
  { name: 'library', test: (id: string) => isEager(id) && LIBRARY.test(id), priority: 0.5 },
  { name: 'account', test: ACCOUNTS, minShareCount: 2, priority: 0 },
  // Lists of words, by which passwords are rated and made: large, and loaded only when somebody asks for either.
  { name: 'account-words', test: /\/node_modules\/@zxcvbn-ts\/|\/unpack-words/, priority: 0 },
];

function isEager(id: string): boolean {
  return ASKING.test(id) || (!ACCOUNTS.test(id) && !LATER.test(id));
}
