import preact from '@preact/preset-vite';
import { mergeConfig, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { CHUNK_GROUPS } from './scripts/packing/group-chunks.ts';
import { minifyAgain } from './scripts/packing/minify-again.ts';
import { packDictionaries } from './scripts/passwords/packed-dictionaries.ts';
import { numberWords, writeWords } from './scripts/words/packed-words.ts';

/** The server that a fresh install shares through, until its user sets another. */
const DEFAULT_ORIGIN = process.env.INKSEAL_ORIGIN ?? 'http://127.0.0.1:8787';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // Any server may be set, and any link read; without encryption only on this computer.
  "connect-src 'self' https: wss: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*",
  // The sandboxed page alone: nothing else of the extension may be in a frame.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Of the page that runs the code for foreign diagrams: scripts of ours, styles, carried pictures, no network at all. */
const SANDBOX_POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Vite's own helper waits for style sheets and preloads of a chunk that is loaded later; there are none here. */
function loadPlainly(): Plugin {
  return {
    name: 'inkseal:load-plainly',
    enforce: 'pre',
    load: (id) =>
      id.includes('vite/preload-helper')
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
  };
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist/extension',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '125',
    // The public half of a key pair: it fixes the extension's id, oaejefmndjpdnfenllnkmihgimefikea.
    key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAokHzOXhW4bZAuzP032L5Qp5gwn2hgYDfzTr0I+zli8ZLfJDCVFyAhvJQts4sMj+kQ35nleXuH114GFPZLzsthcMWr0FI/taF8dpuQ6k/T/SRkr3LjVMx5IcURQPtRVPQ7ORXTwj1efV+bTnXAQ5d8vlwpRDE844bG4rwCEMt4O4kJBnrKcrLS7btoAuHSoudVOHLF0EBhSgbbEiB9LK5HRjfwIMdb4+gyXvMyfvFzKfP8hmt773om0XFTRdFsZ+HtvRTn+OOm9LXwBuMQxXL8I34MyOrmbjzC8rnuZHtRFg0y+6NDvnpLqWT54Fb+d4lf8vF9KJ7mc9vKnpX1kxUewIDAQAB',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'alarms',
      'identity',
    ],
    // Asked for one origin at a time, when a picture of that origin is to be shared.
    optional_host_permissions: ['https://*/*'],
    content_security_policy: { extension_pages: PAGE_POLICY, sandbox: SANDBOX_POLICY },
    action: { default_title: '__MSG_name__' },
    commands: {
      'capture-region': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_region__',
      },
      'capture-visible': {
        suggested_key: { default: 'Alt+Shift+V' },
        description: '__MSG_command_visible__',
      },
      'capture-element': {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_command_element__',
      },
      'capture-full-page': {
        suggested_key: { default: 'Alt+Shift+F' },
        description: '__MSG_command_fullPage__',
      },
      // A manifest may suggest four keys; the user may give this one, too.
      'capture-again': { description: '__MSG_command_again__' },
      'lock-account': { description: '__MSG_command_lock__' },
    },
  },
  hooks: {
    'build:done': async (wxt, { manifest }) => {
      await writeWords(wxt.config.outDir, manifest);
      if (wxt.config.command === 'build') await minifyAgain(wxt.config.outDir);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // The other entrypoints are built alone, each into one file.
      if (!entrypoints.some(({ name }) => name === 'editor')) return;
      const output = {
        codeSplitting: { groups: CHUNK_GROUPS },
        // Files of a package are never stale: their names need no hashes.
        chunkFileNames: 'chunks/[name].js',
        entryFileNames: ({ name }: { name: string }) =>
          name === 'background' ? 'background.js' : 'chunks/[name].js',
        assetFileNames: 'assets/[name][extname]',
      };
      Object.assign(config, mergeConfig(config, { build: { rolldownOptions: { output } } }));
    },
  },
  vite: () => ({
    // All files are on the disk already.
    build: { modulePreload: false, target: 'chrome125' },
    plugins: [preact(), numberWords(), packDictionaries(), loadPlainly()],
    define: { __DEFAULT_ORIGIN__: JSON.stringify(DEFAULT_ORIGIN) },
  }),
});
