import { describe, expect, test } from 'vitest';
import { accountUsers } from '../../../../main/access/accountUsers';
import type { AdsInvitation, Entries } from '../../../../main/amazonAds/answers';
import {
  conclude,
  type Conclusion,
  type InvitationOperation,
  type Known,
} from '../../../../main/outbox/doubts/evidence';
import type { InvitationState } from '../../../../shared/domain/invitation/invitation';

const readAt = 1_764_000_000_000;
const later = readAt + 86_400_000;

const operation = (kind: InvitationOperation['kind'], invitationId: string | null): InvitationOperation => ({
  operationId: 1,
  kind,
  status: 'inDoubt',
  emailAddress: 'Jane@example.com',
  userName: 'Jane',
  role: 'admin',
  invitationId,
  userId: null,
  roleBefore: null,
  notify: true,
  afterOperation: null,
  attempt: 1,
  soloReason: null,
});

/** Jane's invitation as an admin. */
const entry = (invitationId: string, more: Partial<AdsInvitation> = {}): AdsInvitation => ({
  invitationId,
  emailAddress: 'jane@example.com',
  userName: 'Jane',
  role: 'admin',
  createdBy: undefined,
  createdAt: readAt,
  expiresAt: later,
  ...more,
});

const listing = (...entries: AdsInvitation[]): Entries<AdsInvitation> => ({ entries, unreadable: 0 });
const unreadable = (...entries: AdsInvitation[]): Entries<AdsInvitation> => ({ entries, unreadable: 1 });

const known = (pending: Record<string, number | null> = {}, more: Partial<Known> = {}): Known => ({
  baseline: { pending: new Map(Object.entries(pending)), complete: true },
  own: new Set(),
  colleagues: new Set(),
  makers: new Set(),
  amazonStates: new Map(),
  readAt,
  amazonsTime: null,
  madeSome: false,
  users: null,
  invited: ['jane@example.com'],
  ...more,
});
const incomplete = known({}, { baseline: { pending: new Map(), complete: false } });

/** `done i-1`, or the verdict and the candidates. */
const textOf = (conclusion: Conclusion): string => {
  if (conclusion.status === 'tooLate') return 'tooLate';
  return conclusion.status === 'done'
    ? `done ${conclusion.invitation?.invitationId ?? ''}`.trim()
    : [conclusion.verdict, ...conclusion.candidates.map(({ invitationId }) => invitationId)].join(' ');
};

type Row = readonly [
  what: string,
  first: Entries<AdsInvitation>,
  second: Entries<AdsInvitation>,
  known: Known,
  text: string,
];

const usersAre = (...addresses: string[]): Known['users'] => accountUsers(addresses);

// docs/sending.md: S16
describe('an invitation whose answer was lost', () => {
  const both = (list: Entries<AdsInvitation>, facts = known()): [typeof list, typeof list, Known] => [
    list,
    list,
    facts,
  ];
  const bob = entry('i-2', { emailAddress: 'bob@example.com' });
  const masked = entry('i-2', { emailAddress: 'j***@example.com' });
  test.each<Row>([
    ['found once in both refreshes, beside others', ...both(listing(bob, entry('i-1'))), 'done i-1'],
    [
      'found in capitals, address and role',
      ...both(listing(entry('i-1', { emailAddress: 'JANE@EXAMPLE.COM', role: 'ADMIN' }))),
      'done i-1',
    ],
    ['another name', ...both(listing(entry('i-1', { userName: 'J. Doe' }))), 'unclear i-1'],
    ['the name in another spelling', ...both(listing(entry('i-1', { userName: ' JANE ' }))), 'done i-1'],
    [
      'created by somebody else',
      ...both(listing(entry('i-1', { createdBy: 'mia' })), known({}, { makers: new Set(['dana']) })),
      'unclear i-1',
    ],
    [
      'created by us',
      ...both(listing(entry('i-1', { createdBy: 'dana' })), known({}, { makers: new Set(['dana']) })),
      'done i-1',
    ],
    [
      'created by a colleague, as the team’s store says',
      ...both(listing(entry('i-1')), known({}, { colleagues: new Set(['i-1']) })),
      'unclear i-1',
    ],
    [
      'created by somebody, while our own name is unknown',
      ...both(listing(entry('i-1', { createdBy: 'mia' }))),
      'done i-1',
    ],
    [
      'created before the call was sent, by Amazon’s clock',
      ...both(listing(entry('i-1')), known({}, { amazonsTime: readAt + 5001 })),
      'unclear i-1',
    ],
    [
      'created at the time of the call, by another of Amazon’s clocks',
      ...both(listing(entry('i-1')), known({}, { amazonsTime: readAt + 5000 })),
      'done i-1',
    ],
    [
      'not found, but a user now',
      ...both(listing(bob), known({}, { users: usersAre('Jane@example.com') })),
      'joined',
    ],
    [
      'not found, but possibly a user',
      ...both(listing(), known({}, { users: usersAre('j***@example.com') })),
      'joined',
    ],
    [
      'not found, but one of two users who may be this person',
      ...both(listing(), known({}, { users: usersAre('j***@example.com', 'ja***@example.com') })),
      'unclear',
    ],
    [
      'not found, but a user may be this person or another invited one',
      ...both(
        listing(),
        known({}, { users: usersAre('j***@example.com'), invited: ['jane@example.com', 'jo@example.com'] }),
      ),
      'unclear',
    ],
    [
      'not found, and the users are others',
      ...both(listing(), known({}, { users: usersAre('b***@example.com') })),
      'notSeen',
    ],
    ['not found, while the users can’t be read', ...both(listing(), known({}, { users: 'later' })), 'unread'],
    [
      'not found, though the answer confirmed somebody’s invitation',
      ...both(listing(), known({}, { madeSome: true })),
      'unclear',
    ],
    [
      'found at first, then a user',
      listing(entry('i-1')),
      listing(),
      known({}, { users: usersAre('jane@example.com') }),
      'done i-1',
    ],
    ['not found', ...both(listing(bob)), 'notSeen'],
    ['an empty list', ...both(listing()), 'notSeen'],
    ['found twice', ...both(listing(entry('i-1'), entry('i-3'))), 'several i-1 i-3'],
    ['found only in the first refresh', listing(entry('i-1')), listing(), known(), 'unclear i-1'],
    ['found only in the second refresh', listing(), listing(entry('i-1')), known(), 'unclear i-1'],
    ['a different one in each refresh', listing(entry('i-1')), listing(entry('i-3')), known(), 'several i-3'],
    ['already there before', ...both(listing(entry('i-1')), known({ 'i-1': later })), 'notSeen'],
    [
      'one was there before, one is new',
      ...both(listing(entry('i-0'), entry('i-1')), known({ 'i-0': null })),
      'done i-1',
    ],
    [
      'belongs to another operation of ours',
      ...both(listing(entry('i-1')), known({}, { own: new Set(['i-1']) })),
      'notSeen',
    ],
    ['another role', ...both(listing(entry('i-1', { role: 'viewer' }))), 'notSeen'],
    ['no role', ...both(listing(entry('i-1', { role: undefined }))), 'unclear i-1'],
    ['a masked address', ...both(listing(masked)), 'unclear i-2'],
    [
      'a masked address with another role',
      ...both(listing(entry('i-2', { emailAddress: 'j***@example.com', role: 'viewer' }))),
      'notSeen',
    ],
    ['a masked address that was there before', ...both(listing(masked), known({ 'i-2': later })), 'notSeen'],
    ['no address', ...both(listing(entry('i-1', { emailAddress: undefined }))), 'unclear i-1'],
    [
      'found, and a masked one that may also match',
      ...both(listing(entry('i-1'), masked)),
      'several i-1 i-2',
    ],
    [
      'masked at first, whole then',
      listing(entry('i-1', { emailAddress: undefined })),
      listing(entry('i-1')),
      known(),
      'unclear i-1',
    ],
    ['an unreadable entry, at first', unreadable(entry('i-1')), listing(entry('i-1')), known(), 'unclear'],
    ['an unreadable entry, then', listing(entry('i-1')), unreadable(entry('i-1')), known(), 'unclear'],
    ['unreadable entries and nothing else', ...both(unreadable()), 'unclear'],
    ['state before the call unknown', ...both(listing(entry('i-1')), incomplete), 'unclear'],
    ['state before the call unknown, nothing listed', ...both(listing(), incomplete), 'unclear'],
  ])('%s', (_what, first, second, facts, expected) => {
    expect(textOf(conclude(operation('create', null), [first, second], facts))).toBe(expected);
  });

  test('a candidate shows what the list returned, and null for what it hides', () => {
    const list = listing({ ...entry('i-1'), emailAddress: undefined, role: undefined, createdAt: undefined });
    expect(conclude(operation('create', null), [list, list], known())).toEqual({
      status: 'open',
      verdict: 'unclear',
      candidates: [
        {
          ...{ invitationId: 'i-1', emailAddress: null, role: null, userName: 'Jane' },
          ...{ createdBy: null, createdAt: null, expiresAt: later },
        },
      ],
    });
  });
});

// docs/sending.md: S16
describe('a revocation whose answer was lost', () => {
  const pending = known({ 'i-1': later });
  const stated = (state: InvitationState): Known['amazonStates'] => new Map([['i-1', state]]);
  test.each<Row>([
    ['gone from both refreshes', listing(), listing(entry('i-2')), pending, 'done'],
    ['still pending', listing(entry('i-1')), listing(entry('i-1')), pending, 'notSeen i-1'],
    ['gone, then back', listing(), listing(entry('i-1')), pending, 'unclear'],
    ['listed, then gone', listing(entry('i-1')), listing(), pending, 'unclear'],
    [
      'gone, but its two weeks ended in the meantime',
      listing(),
      listing(),
      known({ 'i-1': readAt }),
      'unclear',
    ],
    ['gone, with unknown expiry', listing(), listing(), known({ 'i-1': null }), 'unclear'],
    ['not there before or now', listing(), listing(), known(), 'unclear'],
    [
      'gone, and Amazon calls it accepted',
      listing(),
      listing(),
      { ...pending, amazonStates: stated('accepted') },
      'tooLate',
    ],
    [
      'gone, and Amazon calls it expired',
      listing(),
      listing(),
      { ...pending, amazonStates: stated('lapsed') },
      'done',
    ],
    [
      'not there before, and Amazon calls it revoked',
      listing(),
      listing(),
      known({}, { amazonStates: stated('revoked') }),
      'done',
    ],
    [
      'still pending, whatever Amazon calls it',
      listing(entry('i-1')),
      listing(entry('i-1')),
      { ...pending, amazonStates: stated('accepted') },
      'notSeen i-1',
    ],
    ['not there before but now', listing(entry('i-1')), listing(entry('i-1')), known(), 'notSeen i-1'],
    ['an unreadable entry', unreadable(), listing(), pending, 'unclear'],
    ['state before the call unknown', listing(), listing(), incomplete, 'unclear'],
  ])('%s', (_what, first, second, facts, expected) => {
    expect(textOf(conclude(operation('revoke', 'i-1'), [first, second], facts))).toBe(expected);
  });
});

// docs/sending.md: S16
describe('a resending whose answer was lost', () => {
  const ends = (expiresAt: number | undefined): Entries<AdsInvitation> =>
    listing(entry('i-1', { expiresAt }));
  const before = known({ 'i-1': later });
  test.each<Row>([
    ['renewed', ends(later + 1), ends(later + 1), before, 'done'],
    ['unchanged', ends(later), ends(later), before, 'notSeen i-1'],
    ['renewed only in the second refresh', ends(later), ends(later + 1), before, 'unclear i-1'],
    ['listed without its expiry', ends(undefined), ends(undefined), before, 'unclear i-1'],
    ['its expiry was unknown before', ends(later), ends(later), known({ 'i-1': null }), 'unclear i-1'],
    ['was not there before', ends(later), ends(later), known(), 'unclear i-1'],
    ['no longer listed', listing(), listing(), before, 'unclear'],
    ['an unreadable entry', unreadable(entry('i-1')), ends(later + 1), before, 'unclear'],
    ['state before the call unknown', ends(later + 1), ends(later + 1), incomplete, 'unclear'],
  ])('%s', (_what, first, second, facts, expected) => {
    const conclusion = textOf(conclude(operation('resend', 'i-1'), [first, second], facts));
    expect(conclusion).toBe(expected);
  });
});
