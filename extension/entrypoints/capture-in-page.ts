import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepParts } from '../capture/page/parts.ts';

export default defineUnlistedScript(() => keepParts());
