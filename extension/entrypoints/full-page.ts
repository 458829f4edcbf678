import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFullPage } from '../capture/full-page/run-full-page.ts';

export default defineUnlistedScript(() => runFullPage());
