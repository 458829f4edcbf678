import { LONGEST_MATCH, SHORTEST_MATCH, WINDOW_BYTES } from './symbols.ts';

/** More places that begin alike are not looked at. */
const MOST_TRIES = 4096;
const HASH_BITS = 15;

/** What repeats at each place: ever longer matches that lie ever further back. */
export interface Matches {
  /** Where the matches of a place begin in `lengths` and `distances`; those of the next one end them. */
  readonly starts: Uint32Array;
  readonly lengths: readonly number[];
  readonly distances: readonly number[];
}

export function findMatches(data: Uint8Array): Matches {
  const starts = new Uint32Array(data.length + 1);
  const lengths: number[] = [];
  const distances: number[] = [];
  const heads = new Int32Array(1 << HASH_BITS).fill(-1);
  const before = new Int32Array(data.length).fill(-1);
  const at = (index: number) => data[index] as number;
  for (let place = 0; place < data.length; place++) {
    starts[place] = lengths.length;
    const most = Math.min(LONGEST_MATCH, data.length - place);
    if (most < SHORTEST_MATCH) continue;
    const key = (at(place) | (at(place + 1) << 8) | (at(place + 2) << 16)) * 0x9e3779b1;
    const hash = (key >>> (32 - HASH_BITS)) & ((1 << HASH_BITS) - 1);
    let longest = SHORTEST_MATCH - 1;
    let tries = MOST_TRIES;
    let other = heads[hash] as number;
    while (other >= 0 && place - other <= WINDOW_BYTES && tries-- > 0 && longest < most) {
      if (at(other + longest) === at(place + longest)) {
        let length = 0;
        while (length < most && at(other + length) === at(place + length)) length++;
        if (length > longest) {
          longest = length;
          lengths.push(length);
          distances.push(place - other);
        }
      }
      other = before[other] as number;
    }
    before[place] = heads[hash] as number;
    heads[hash] = place;
  }
  starts[data.length] = lengths.length;
  return { starts, lengths, distances };
}
