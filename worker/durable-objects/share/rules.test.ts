import { describe, expect, test } from 'vitest';
import {
  type ClaimRecord,
  DELETE_RETRY_MS,
  decideClaim,
  decideNarrow,
  isUnreadable,
  nextAlarmAt,
  type ShareRecord,
  stateAt,
  TICKET_IDLE_MS,
  TICKET_MAX_MS,
  TOMBSTONE_MS,
  ticketEndsAt,
} from './rules.ts';

const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const right = { probeHash: hash(1), viewHash: hash(2) };
const NOW = 1_000_000;

function share(change: Partial<ShareRecord> = {}): ShareRecord {
  return {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    ...right,
    ownerHash: hash(3),
    fingerprint: hash(4),
    views: 3,
    viewsTaken: 0,
    wrongViews: 0,
    firstViews: 3,
    lifetimeMs: 10_000,
    createdAt: NOW,
    createdClient: '',
    createdAddress: '',
    expiresAt: NOW + 10_000,
    firstExpiresAt: NOW + 10_000,
    contentLength: 5000,
    partLength: null,
    uploadId: null,
    ended: null,
    endedAt: null,
    revokedAt: null,
    hasContent: true,
    claims: [],
    alarmAt: NOW + 10_000,
    ...change,
  };
}

function earlier(change: Partial<ClaimRecord> = {}): ClaimRecord {
  return { remaining: 2, claimedAt: NOW, usedAt: NOW, acknowledgedAt: null, ...change };
}

const GONE = share({ ended: 'used-up', endedAt: NOW });

describe('state', () => {
  test('expiry is a matter of the clock alone, to the millisecond', () => {
    expect(stateAt(share(), NOW + 9_999)).toBe('active');
    expect(stateAt(share(), NOW + 10_000)).toBe('expired');
  });

  test('the first end stays, also after the expiry', () => {
    expect(stateAt(GONE, NOW + 10_000)).toBe('used-up');
  });

  test('a share without its content is uploading', () => {
    expect(stateAt(share({ firstExpiresAt: null }), NOW)).toBe('uploading');
  });
});

describe('claim', () => {
  test('takes a view and says how many remain', () => {
    expect(decideClaim(share({ viewsTaken: 1 }), null, right, NOW)).toEqual({
      kind: 'granted',
      remaining: 1,
    });
  });

  test.each<[string, ShareRecord]>([
    ['active', share()],
    ['used up', GONE],
    ['expired', share({ expiresAt: NOW })],
  ])('a wrong probe on a share that is %s is as unknown', (_, of) => {
    const given = { ...right, probeHash: hash(9) };
    expect(decideClaim(of, null, given, NOW)).toEqual({ kind: 'unknown' });
    expect(decideClaim(of, earlier(), given, NOW)).toEqual({ kind: 'unknown' });
  });

  test('a share that still uploads is as unknown', () => {
    const of = share({ firstExpiresAt: null });
    expect(decideClaim(of, null, right, NOW)).toEqual({ kind: 'unknown' });
  });

  test('the same claim again is answered the same, also when the share is gone', () => {
    const again = { kind: 'repeated', remaining: 2 };
    expect(decideClaim(share({ viewsTaken: 3 }), earlier(), right, NOW)).toEqual(again);
    expect(decideClaim(GONE, earlier(), right, NOW)).toEqual(again);
  });

  test('with a dead ticket it has ended, or the share says why it is gone', () => {
    const dead = earlier({ acknowledgedAt: NOW });
    expect(decideClaim(share(), dead, right, NOW)).toEqual({ kind: 'ended' });
    expect(decideClaim(GONE, dead, right, NOW)).toEqual({ kind: 'gone', reason: 'used-up' });
  });

  test('a wrong view counts down to 0, but not on a share that is gone', () => {
    const given = { ...right, viewHash: hash(9) };
    for (let wrongViews = 0; wrongViews < 10; wrongViews++) {
      expect(decideClaim(share({ wrongViews }), null, given, NOW)).toEqual({
        kind: 'wrong-view',
        attemptsLeft: 9 - wrongViews,
      });
    }
    expect(decideClaim(GONE, null, given, NOW)).toEqual({ kind: 'gone', reason: 'used-up' });
  });
});

describe('ticket', () => {
  test('lives 10 minutes after its last use', () => {
    const ticket = earlier({ usedAt: NOW + 60_000 });
    const end = NOW + 60_000 + TICKET_IDLE_MS;
    expect(ticketEndsAt(share(), ticket, end - 1)).toBe(end);
    expect(ticketEndsAt(share(), ticket, end)).toBeNull();
  });

  test('lives 6 hours at most, however often it is used', () => {
    const end = NOW + TICKET_MAX_MS;
    const ticket = earlier({ usedAt: end - 1 });
    expect(ticketEndsAt(share(), ticket, end - 1)).toBe(end);
    expect(ticketEndsAt(share(), ticket, end)).toBeNull();
  });

  test('dies by acknowledgement and by revoking, not by the share ending', () => {
    expect(ticketEndsAt(GONE, earlier(), NOW)).not.toBeNull();
    expect(ticketEndsAt(GONE, earlier({ acknowledgedAt: NOW }), NOW)).toBeNull();
    expect(ticketEndsAt(share({ revokedAt: NOW }), earlier(), NOW)).toBeNull();
  });
});

describe('narrowing', () => {
  test('takes what is given and leaves the rest', () => {
    expect(decideNarrow(share(), { views: 2 }, NOW)).toEqual({
      kind: 'narrowed',
      views: 2,
      expiresAt: NOW + 10_000,
    });
    expect(decideNarrow(share(), { expiresInSeconds: 5 }, NOW)).toEqual({
      kind: 'narrowed',
      views: 3,
      expiresAt: NOW + 5_000,
    });
  });

  test('takes what is set now, never more', () => {
    expect(decideNarrow(share(), { views: 3, expiresInSeconds: 10 }, NOW).kind).toBe('narrowed');
    expect(decideNarrow(share(), { views: 4 }, NOW)).toEqual({ kind: 'wider', path: 'views' });
    expect(decideNarrow(share(), { expiresInSeconds: 11 }, NOW)).toEqual({
      kind: 'wider',
      path: 'expiresInSeconds',
    });
  });

  test('needs an active share', () => {
    expect(decideNarrow(GONE, { views: 1 }, NOW)).toEqual({ kind: 'gone', reason: 'used-up' });
    const uploading = share({ firstExpiresAt: null });
    expect(decideNarrow(uploading, { views: 1 }, NOW)).toEqual({ kind: 'uploading' });
  });
});

describe('content and alarm', () => {
  test('content goes when the share is gone and the last ticket is dead', () => {
    const tickets = [earlier({ acknowledgedAt: NOW }), earlier()];
    expect(isUnreadable(share(), [], NOW)).toBe(false);
    expect(isUnreadable(GONE, tickets, NOW)).toBe(false);
    expect(isUnreadable(GONE, tickets, NOW + TICKET_IDLE_MS)).toBe(true);
    expect(isUnreadable(GONE, [], NOW)).toBe(true);
  });

  test('an active share wakes when it expires', () => {
    expect(nextAlarmAt(share(), [earlier()], NOW)).toBe(NOW + 10_000);
  });

  test('one that expires late still wakes once a day, for what a lost sweep left', () => {
    const day = 24 * 60 * 60_000;
    expect(nextAlarmAt(share({ expiresAt: NOW + 7 * day }), [], NOW)).toBe(NOW + day);
  });

  test('a gone share wakes for its last ticket, then for what could not be deleted', () => {
    const tickets = [earlier(), earlier({ usedAt: NOW + 5 })];
    expect(nextAlarmAt(GONE, tickets, NOW)).toBe(NOW + 5 + TICKET_IDLE_MS);
    expect(nextAlarmAt(GONE, [], NOW)).toBe(NOW + DELETE_RETRY_MS);
  });

  test('a tombstone ends after 30 days', () => {
    const tombstone = share({ ended: 'revoked', endedAt: NOW, hasContent: false });
    expect(nextAlarmAt(tombstone, [], NOW)).toBe(NOW + TOMBSTONE_MS);
    expect(nextAlarmAt(tombstone, [], NOW + TOMBSTONE_MS)).toBeNull();
  });
});
