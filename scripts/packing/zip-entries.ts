const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
/** Of an entry in the list, and of the header before its data, both without name and extras. */
const LISTED_BYTES = 46;
const HEADER_BYTES = 30;

/**
 * What each file takes in a zip, with its name and headers (PKZIP APPNOTE 4.3): all of the zip but its last bytes.
 * Throws where `zip` is none.
 */
export function readZipEntries(zip: Buffer): ReadonlyMap<string, number> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end === -1 || zip.readUInt32LE(end) !== END || end + END_BYTES > zip.length) {
    throw new Error('This is no zip file');
  }
  const entries = new Map<string, number>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('The list of this zip file is broken');
    const nameBytes = zip.readUInt16LE(at + 28);
    const extraBytes = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const name = zip.toString('utf8', at + LISTED_BYTES, at + LISTED_BYTES + nameBytes);
    const listed = LISTED_BYTES + nameBytes + extraBytes;
    entries.set(name, zip.readUInt32LE(at + 20) + HEADER_BYTES + nameBytes + listed);
    at += listed;
  }
  return entries;
}
