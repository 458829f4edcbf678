import type { Vault } from '../../shared/keys/vault.ts';
import { LOCAL_STORE } from '../library/local-store.ts';
import { PROFILE_KEYS } from './profile-key.ts';

/** What is sealed to this browser profile, and lies in it. */
export const LOCAL_VAULT: Vault = { store: LOCAL_STORE, keys: PROFILE_KEYS };
