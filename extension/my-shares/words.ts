import { i18n } from '#i18n';
import type { EventKind, ShareState } from '../../shared/api/limits.ts';

/** What a share's state is called. */
export const stateWords: Readonly<Record<ShareState, string>> = {
  uploading: i18n.t('shares.states.uploading'),
  active: i18n.t('shares.states.active'),
  'used-up': i18n.t('shares.states.usedUp'),
  revoked: i18n.t('shares.states.revoked'),
  expired: i18n.t('shares.states.expired'),
  destroyed: i18n.t('shares.states.destroyed'),
  'taken-down': i18n.t('shares.states.takenDown'),
};

/** What a line of a share's log says. */
export const eventWords: Readonly<Record<EventKind, string>> = {
  created: i18n.t('shares.events.created'),
  opened: i18n.t('shares.events.opened'),
  revealed: i18n.t('shares.events.revealed'),
  acknowledged: i18n.t('shares.events.acknowledged'),
  'wrong-view': i18n.t('shares.events.wrongView'),
  narrowed: i18n.t('shares.events.narrowed'),
  destroyed: i18n.t('shares.events.destroyed'),
  revoked: i18n.t('shares.events.revoked'),
  expired: i18n.t('shares.events.expired'),
  'taken-down': i18n.t('shares.events.takenDown'),
  reported: i18n.t('shares.events.reported'),
};
