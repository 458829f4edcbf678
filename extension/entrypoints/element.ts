import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runElement } from '../capture/element/run-element.ts';

export default defineUnlistedScript(() => runElement());
