import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runRegion } from '../capture/region/run-region.ts';

export default defineUnlistedScript(() => runRegion());
