import type { PushHeader } from '../../shared/api/contract/library.ts';
import { cutBodies, decodeFrames } from '../../shared/api/frames.ts';
import type { Env } from '../../worker/bindings.ts';

/** The least that a server can do with the items of a push: one write of R2 and one of D1 for each. */
export async function writeItems(request: Request, { LIBRARY, DB }: Env): Promise<Response> {
  const { header, rest } = decodeFrames(new Uint8Array(await request.arrayBuffer()));
  const { items } = header as PushHeader;
  const sizes = items.map(({ size }) => size);
  const bodies = cutBodies(rest, sizes);
  await DB.exec('create table if not exists bare (id text primary key, size integer, at integer)');
  const insert = DB.prepare('insert into bare (id, size, at) values (?, ?, ?)');
  await Promise.all([
    ...items.map(({ id }, at) => LIBRARY.put(`bare/${id}`, bodies[at] as Uint8Array)),
    DB.batch(items.map(({ id, size }) => insert.bind(id, size, Date.now()))),
  ]);
  return Response.json({ items: items.map(({ id }) => ({ id, kept: true, version: 1 })) });
}
