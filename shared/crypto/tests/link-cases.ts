import type { LinkSecret, ObjectId, OwnerToken } from '../brand.ts';
import type { Bytes } from '../bytes.ts';
import { sha256 } from '../hash.ts';
import { formatLink, parseLink } from '../link.ts';
import { deriveProbe, deriveViewKeys } from '../link-keys.ts';
import { openShare } from '../share.ts';
import { deriveShareId, deriveTicket, hashOwnerToken } from '../share-id.ts';
import vectors from '../vectors/inkseal_v1.json' with { type: 'json' };
import { type Case, different, fromHex, refused, same } from './check.ts';
import { collect, streamBytes } from './streams.ts';

/* Ids, links, tickets and whole shares: PROTOCOL sections 2 to 4. */

const shareIdCases = vectors.shareId.map(
  (v): Case => ({
    name: 'share id of an owner token',
    run: async () => {
      const ownerHash = await hashOwnerToken(fromHex(v.owner) as OwnerToken);
      same(ownerHash, v.ownerHash, 'owner hash');
      same(await deriveShareId(ownerHash), v.id, 'id');
    },
  }),
);

const ticketCases = vectors.ticket.map(
  (v): Case => ({
    name: 'ticket of a claim',
    run: async () => {
      const ticket = await deriveTicket(
        fromHex(v.id) as ObjectId,
        fromHex(v.view),
        fromHex(v.nonce),
      );
      same(ticket, v.ticket, 'ticket');
    },
  }),
);

const linkCases = vectors.link.map(
  (v, index): Case => ({
    name: `link ${index}, passphrase ${v.passphrase ?? 'none'}`,
    run: async () => {
      const id = fromHex(v.id) as ObjectId;
      const secret = fromHex(v.secret) as LinkSecret;
      const passphrase = v.passphrase ?? undefined;
      const link = { id, secret, hasPassphrase: passphrase !== undefined };
      same(formatLink('https://inkseal.example', link), v.link, 'link');
      const probe = await deriveProbe(id, secret);
      same(probe, v.probe, 'probe');
      same(await sha256(probe), v.probeHash, 'probe hash');
      const keys = await deriveViewKeys(id, secret, passphrase);
      same(keys.view, v.view, 'view');
      same(keys.kek, v.kek, 'kek');
      same(await sha256(keys.view), v.viewHash, 'view hash');
      const wrong = await deriveViewKeys(id, secret, `${passphrase ?? ''} `);
      different(wrong.view, v.view, 'view of a wrong passphrase');
      different(wrong.kek, v.kek, 'kek of a wrong passphrase');
    },
  }),
);

const linkTextCases = vectors.linkText.map(
  (v): Case => ({
    name: `link text ${v.why ?? 'valid'}: ${JSON.stringify(v.text)}`,
    run: async () => {
      if (v.result === 'invalid')
        return refused('invalid-link', 'parseLink', () => parseLink(v.text));
      const link = parseLink(v.text);
      same(link.id, v.id, 'id');
      same(link.secret, v.secret, 'secret');
      same(link.hasPassphrase, v.passphrase, 'passphrase');
    },
  }),
);

const shareCases = vectors.share.map(
  (v, index): Case => ({
    name: `share ${index}: ${v.why ?? `passphrase ${v.passphrase ?? 'none'}`}`,
    run: async () => {
      const { id, secret, hasPassphrase } = parseLink(v.link);
      same(hasPassphrase, v.passphrase !== null, 'passphrase');
      const { kek } = await deriveViewKeys(id, secret, v.passphrase ?? undefined);
      const object = v.object && {
        object: { id: fromHex(v.object.id) as ObjectId, version: v.object.version },
      };
      const claimed = { wrappedKey: fromHex(v.wrappedKey), meta: fromHex(v.meta) };
      const content = () => streamBytes(fromHex(v.content), [1000]);
      const opened = await openShare(id, kek, { ...claimed, ...object }, content());
      const expected = JSON.parse(v.expectMeta);
      same(opened.kind, expected.kind, 'kind');
      same(opened.note, expected.note, 'note');
      same(opened.items.length, expected.items.length, 'items');
      const data = new Blob(opened.items.map((item) => item.data));
      same(await collect(data.stream()), v.expectContent, 'content');
      for (const [i, item] of opened.items.entries()) {
        same(item.type, expected.items[i].type, 'type');
        same(item.name, expected.items[i].name, 'name');
        same(item.data.size, expected.items[i].size, 'size');
      }
      const other = { id: new Uint8Array(16) as Bytes as ObjectId, version: 1 };
      await refused('cannot-open', 'another object', () =>
        openShare(id, kek, { ...claimed, object: other }, content()),
      );
      const wrong = await deriveViewKeys(id, secret, 'not the passphrase');
      await refused('cannot-open', 'a wrong passphrase', () =>
        openShare(id, wrong.kek, { ...claimed, ...object }, content()),
      );
    },
  }),
);

export const linkAndShareCases: readonly Case[] = [
  ...shareIdCases,
  ...ticketCases,
  ...linkCases,
  ...linkTextCases,
  ...shareCases,
];
