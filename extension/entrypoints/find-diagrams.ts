import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFind } from '../recovery/find/run-find.ts';

export default defineUnlistedScript(() => runFind());
