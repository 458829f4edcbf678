import { CHUNKS_IN_FLIGHT } from '../../shared/crypto/cobblestone-stream.ts';
import type { BenchRow } from '../table.ts';
import { type measureSpeed, SPEED_MIB, SPEED_ROUNDS } from './measure-speed.ts';

const MIN_TIMES_AGE = 3;
const MIN_OF_RAW = 0.5;

/** The speeds as ratios, against what is promised. */
export function speedRows(speeds: Awaited<ReturnType<typeof measureSpeed>>): BenchRow[] {
  const { inkseal, age, raw } = speeds;
  return (['sealMs', 'openMs'] as const).flatMap((work) => {
    const measure = `${work === 'sealMs' ? 'seal' : 'open'} ${SPEED_MIB} MiB as a stream, ${CHUNKS_IN_FLIGHT} chunks in flight, median of ${SPEED_ROUNDS}`;
    const timesAge = age[work] / inkseal[work];
    const ofRaw = raw[work] / inkseal[work];
    const [ours, theirs, one] = [inkseal, age, raw].map((speed) => speed[work].toFixed(0));
    return [
      {
        measure: `${measure}, against age-encryption`,
        result: `${timesAge.toFixed(1)} times as fast (${ours} ms, age ${theirs} ms)`,
        target: `at least ${MIN_TIMES_AGE}`,
        met: timesAge >= MIN_TIMES_AGE,
      },
      {
        measure: `${measure}, against one AES-GCM call`,
        result: `${ofRaw.toFixed(2)} of its speed (${ours} ms, raw ${one} ms)`,
        target: `at least ${MIN_OF_RAW}`,
        met: ofRaw >= MIN_OF_RAW,
      },
    ];
  });
}
