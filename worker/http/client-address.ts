/**
 * What limits count an address by: IPv4 as it is, of IPv6 the /64, which is what one subscriber holds.
 * IPv4 mapped into IPv6 counts as IPv4. Text that is neither counts as itself.
 */
export function addressForLimits(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  return `${expandGroups(address).slice(0, 4).join(':')}::/64`;
}

/** The groups of an IPv6 address in their shortest spelling, `::` written out. */
function expandGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after];
}

function groupsOf(text: string): string[] {
  if (text === '') return [];
  return text.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
}
