import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookAtPage } from '../capture/suggestions/look-at-page.ts';

export default defineUnlistedScript(() => lookAtPage());
