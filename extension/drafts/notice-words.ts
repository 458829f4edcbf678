import { i18n } from '#i18n';
import type { DraftNotice } from './draft.ts';

/** What is said where a picture is not all that was asked for. */
export function noticeWords(notice: DraftNotice): string {
  switch (notice) {
    case 'image-not-allowed':
      return i18n.t('share.imageSeen');
    case 'image-not-found':
      return i18n.t('share.imageNotFound');
    case 'stopped':
      return i18n.t('capture.notices.stopped');
    case 'tab-changed':
      return i18n.t('capture.notices.tabChanged');
    case 'not-whole':
      return i18n.t('capture.notices.notWhole');
    case 'too-long':
      return i18n.t('capture.notices.tooLong');
  }
}
