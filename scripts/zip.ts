import { packExtension } from './building/build-parts.ts';
import { describeSize, measureExtension } from './building/measure-extension.ts';

await packExtension();
console.log(`The extension is ${describeSize(measureExtension())}.`);
