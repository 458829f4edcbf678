import { describeSize, measureExtension } from './packing/measure-extension.ts';
import { packExtension } from './packing/pack-extension.ts';

await packExtension();
console.log(`The extension is ${describeSize(measureExtension())}.`);
