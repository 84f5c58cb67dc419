import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountUsers, maskOf } from '../../../main/access/accountUsers';
import {
  concludeMissing,
  isDoubtful,
  isMissing,
  type Conclusion,
  type Known,
} from '../../../main/access/refresh/evidence';
import { mailboxKey } from '../../../shared/domain/invitation/person';

const at = 1_764_000_000_000;
const address = 'Jane.Doe@Example.com';
const day = 86_400_000;
const over = at - 1;
const longOver = at - day;
const open = at + 1;

/** Clues as Amazon gives them. */
interface Clues {
  readonly amazonState: string | null;
  readonly users: readonly string[] | null;
  /** The addresses of other invitations; by default none. */
  readonly others?: readonly string[];
}

const conclude = (
  missing: { readonly emailAddress: string; readonly expiresAt: number | null },
  { amazonState, users, others = [] }: Clues,
): Conclusion =>
  concludeMissing(
    missing,
    {
      amazonState,
      users: users === null ? null : accountUsers(users),
      candidates: [missing.emailAddress, ...others].map(mailboxKey),
    },
    at,
  );

const isMaskOf = (mask: string, key: string): boolean => maskOf(mask)?.(key) === true;

type Case = [what: string, clues: Clues, expiresAt: number | null, expected: Conclusion];

describe('the state of an invitation that Amazon no longer lists', () => {
  const silent: Clues = { amazonState: null, users: null };
  const strangers: Clues = { amazonState: null, users: ['x@example.com', 'k***@example.com'] };
  const byAmazon = (state: Conclusion['state']): Conclusion => ({ state, evidence: 'amazon' });

  test.each<Case>([
    ['Amazon says it was redeemed', { ...silent, amazonState: 'REDEEMED' }, open, byAmazon('accepted')],
    ['in lowercase too', { ...silent, amazonState: 'accepted' }, open, byAmazon('accepted')],
    ['Amazon says revoked', { ...silent, amazonState: 'REVOKED' }, open, byAmazon('revoked')],
    ['Amazon says expired', { ...silent, amazonState: 'EXPIRED' }, open, byAmazon('lapsed')],
    ['Amazon says it is still pending', { ...silent, amazonState: 'PENDING' }, open, byAmazon('pending')],
    ['resent counts as pending', { ...silent, amazonState: 'RESENT' }, open, byAmazon('pending')],
    ['pending even a moment past its end', { ...silent, amazonState: 'PENDING' }, over, byAmazon('pending')],
    ['and up to a day past it', { ...silent, amazonState: 'PENDING' }, longOver + 1, byAmazon('pending')],
    [
      'pending is not believed long after its end',
      { ...strangers, amazonState: 'PENDING' },
      longOver,
      { state: 'lapsed', evidence: 'expiry' },
    ],
    [
      'resent isn’t either, since resending sets a new end',
      { amazonState: 'RESENT', users: [address] },
      longOver,
      { state: 'accepted', evidence: 'user' },
    ],
    [
      'any other status is believed, however long ago its end was',
      { ...silent, amazonState: 'REDEEMED' },
      longOver,
      byAmazon('accepted'),
    ],
    [
      'pending without a known end is believed',
      { ...silent, amazonState: 'PENDING' },
      null,
      byAmazon('pending'),
    ],
    [
      'Amazon’s status outweighs a user and the two weeks',
      { amazonState: 'REVOKED', users: [address] },
      over,
      byAmazon('revoked'),
    ],
    [
      'its person is a user',
      { amazonState: null, users: ['x@example.com', ' jane.doe@EXAMPLE.com '] },
      open,
      { state: 'accepted', evidence: 'user' },
    ],
    [
      'a user with the whole address outweighs the two weeks',
      { amazonState: null, users: [address] },
      over,
      { state: 'accepted', evidence: 'user' },
    ],
    [
      'an unknown status proves nothing',
      { amazonState: 'HIBERNATING', users: [address] },
      open,
      { state: 'accepted', evidence: 'user' },
    ],
    ['its two weeks are over', strangers, over, { state: 'lapsed', evidence: 'expiry' }],
    ['to the exact ms', strangers, at, { state: 'lapsed', evidence: 'expiry' }],
    [
      'a mask outweighs the two weeks',
      { amazonState: null, users: ['j***@example.com'] },
      over,
      { state: 'accepted', evidence: 'maskedUser' },
    ],
    [
      'an invitation that one of several people may have accepted has not expired',
      { amazonState: null, users: ['j***@example.com', 'ja***@example.com'] },
      over,
      { state: 'gone', evidence: 'absence' },
    ],
    [
      'nothing has certainly expired while Amazon does not return the users',
      silent,
      over,
      { state: 'gone', evidence: 'absence' },
    ],
    [
      'one mask matches',
      { amazonState: null, users: ['j***@example.com', 'k***@example.com'] },
      open,
      { state: 'accepted', evidence: 'maskedUser' },
    ],
    [
      'two masks match, so neither proves anything',
      { amazonState: null, users: ['j***@example.com', 'ja***@example.com'] },
      open,
      { state: 'gone', evidence: 'absence' },
    ],
    [
      'a mask that also matches another person’s invitation proves neither',
      { amazonState: null, users: ['j***@example.com'], others: ['john@example.com'] },
      open,
      { state: 'gone', evidence: 'absence' },
    ],
    [
      'one user is not two accepted invitations of one person',
      { amazonState: null, users: ['j***@example.com'], others: [address] },
      open,
      { state: 'gone', evidence: 'absence' },
    ],
    [
      'a mask that matches nobody else’s proves it',
      { amazonState: null, users: ['ja***@example.com'], others: ['john@example.com'] },
      open,
      { state: 'accepted', evidence: 'maskedUser' },
    ],
    [
      'users, but not this person',
      { amazonState: null, users: ['x@example.com'] },
      open,
      { state: 'gone', evidence: 'absence' },
    ],
    ['no evidence, and no known end', silent, null, { state: 'gone', evidence: 'absence' }],
    ['an empty status', { ...silent, amazonState: '' }, null, { state: 'gone', evidence: 'absence' }],
  ])('%s', (_what, clues, expiresAt, expected) => {
    expect(conclude({ emailAddress: address, expiresAt }, clues)).toEqual(expected);
  });

  test('a status that is also a JavaScript property name proves nothing', () => {
    for (const amazonState of ['constructor', '__proto__', 'toString', 'HASOWNPROPERTY']) {
      expect(conclude({ emailAddress: address, expiresAt: null }, { amazonState, users: null })).toEqual({
        state: 'gone',
        evidence: 'absence',
      });
    }
  });

  test('follows from any evidence', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.record({ emailAddress: text, expiresAt: fc.option(fc.integer()) }),
        fc.record({ amazonState: fc.option(text), users: fc.option(fc.array(text)), others: fc.array(text) }),
        (missing, clues) => {
          const { state, evidence } = conclude(missing, clues);
          expect(['pending', 'accepted', 'revoked', 'lapsed', 'gone']).toContain(state);
          expect(['amazon', 'user', 'maskedUser', 'expiry', 'absence']).toContain(evidence);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a mask', () => {
  test.each([
    'j***@example.com',
    'J***e@EXAMPLE.com',
    'jane.d***@e***.com',
    'ja…@example.com',
    ' j*@ex*.com ',
    '***doe@example.com',
  ])('%s can be jane.doe@example.com', (mask) => {
    expect(isMaskOf(mask, 'jane.doe@example.com')).toBe(true);
  });

  test.each([
    ['another name', 'k***@example.com'],
    ['another domain', 'j***@example.org'],
    ['no mask at all', 'jane.doe@example.com'],
    ['none of the name', '***@example.com'],
    ['none of the domain', 'j***@***.***'],
    ['no domain', 'j***'],
    ['only stars', '*****'],
    ['nothing', ''],
    ['a dot matches only a dot', 'jane.d*@exampleXcom'],
    ['a longer prefix', 'jane.doex*@example.com'],
  ])('with %s (%s) reveals nothing about jane.doe@example.com', (_what, mask) => {
    expect(isMaskOf(mask, 'jane.doe@example.com')).toBe(false);
  });

  test('of any characters is compared as text, never as a pattern', () => {
    expect(isMaskOf('(a+)+*@[x].com', '(a+)+b@[x].com')).toBe(true);
    expect(isMaskOf('(a+)+*@example.com', 'aaab@example.com')).toBe(false);
    expect(isMaskOf('a|b*@example.com', 'a@example.com')).toBe(false);
  });

  test('created from an address by hiding part of its name always matches', () => {
    const namePart = fc.stringMatching(/^[a-z0-9.+-]{2,30}$/);
    fc.assert(
      fc.property(namePart, namePart, fc.nat(), fc.nat(), (name, domain, from, length) => {
        const start = 1 + (from % (name.length - 1));
        const masked = name.slice(0, start) + '***' + name.slice(start + (length % name.length));
        expect(isMaskOf(`${masked}@${domain}.com`, `${name}@${domain}.com`)).toBe(true);
      }),
    );
  });

  test('never throws', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('*', '…', '@', '(', ')', '[', '\\', '+', '.', 'a', '$'),
    });
    fc.assert(
      fc.property(hostile, hostile, (mask, other) => {
        isMaskOf(mask, other);
      }),
    );
  });

  test('with very many gaps is still compared', () => {
    const mask = `${'a*'.repeat(120)}b@example.com`;
    expect(isMaskOf(mask, `${'a'.repeat(240)}@example.com`)).toBe(false);
  });
});

describe('what was concluded from mere absence', () => {
  const known = (more: Partial<Known>): Known => ({
    state: 'gone',
    evidence: 'absence',
    stateChangedAt: at,
    lastSeenAt: at - day,
    expiresAt: null,
    ...more,
  });

  test.each<[what: string, known: Known, readAt: number, expected: boolean]>([
    ['gone, on the next refresh', known({}), at + 1, true],
    ['gone, within three days', known({}), at + 3 * day - 1, true],
    ['gone, after three days', known({}), at + 3 * day, false],
    ['expired by its end alone', known({ state: 'lapsed', evidence: 'expiry' }), at + day, true],
    ['expired according to Amazon', known({ state: 'lapsed', evidence: 'amazon' }), at + day, false],
    ['accepted', known({ state: 'accepted', evidence: 'maskedUser' }), at + day, false],
    ['revoked by this app', known({ state: 'revoked', evidence: 'ours' }), at + day, false],
    ['pending', known({ state: 'pending', evidence: 'listed' }), at + day, false],
    ['gone, learned since the refresh began', known({}), at - 1, false],
  ])('is checked again: %s', (_what, each, readAt, expected) => {
    expect(isDoubtful(each, readAt)).toBe(expected);
    expect(isDoubtful(each, readAt) && isMissing(each, readAt)).toBe(false);
  });
});
