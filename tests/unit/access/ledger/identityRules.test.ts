import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkOf, type Decision, type IdentityFacts } from '../../../../main/access/ledger/identityRules';

const facts = (more: Partial<IdentityFacts> = {}): IdentityFacts => ({
  userId: 'u-1',
  listedAs: ['r***@acme.example'],
  accepted: [],
  knownAddresses: [],
  decisions: [],
  colleagues: [],
  ...more,
});
const briefly = (more: Partial<IdentityFacts>): string => {
  const { confidence, address, rule } = linkOf(facts(more));
  return [confidence, address ?? '–', rule ?? '–'].join(' ');
};
const member = (userId: string, listedAs: string) => ({ userId, listedAs });
const rosa = 'rosa@acme.example';
const ralf = 'ralf@acme.example';
const lena = 'lena@acme.example';
const same = (address: string): Decision => ({ kind: 'same', address });
const notSame = (address: string): Decision => ({ kind: 'notSame', address });
const undo = (address: string): Decision => ({ kind: 'undo', address });
const acceptedBy = (address: string, ...newMembers: ReturnType<typeof member>[]) => [{ address, newMembers }];

describe('the person behind a user ID', () => {
  test.each<readonly [string, string, Partial<IdentityFacts>]>([
    ['is unknown without evidence', 'none – –', {}],
    [
      'is certain where Amazon shows the address',
      `certain ${rosa} wholeAddress`,
      { listedAs: ['', 'Rosa@Acme.example'] },
    ],
    ['is unknown if Amazon shows two', 'none – wholeAddress', { listedAs: [rosa, ralf] }],
    [
      'is probable for the only new member who matches an accepted invitation',
      `probable ${rosa} acceptedInvitation`,
      { accepted: acceptedBy(rosa, member('u-1', 'r***@acme.example'), member('u-2', 'l***@acme.example')) },
    ],
    [
      'is not concluded from an acceptance that two new members match',
      'none – –',
      { accepted: acceptedBy(rosa, member('u-1', 'r***@acme.example'), member('u-2', '***')) },
    ],
    [
      'is not concluded from an acceptance that somebody else matches',
      'none – –',
      { accepted: acceptedBy(rosa, member('u-2', 'r***@acme.example')) },
    ],
    [
      'is unknown if two accepted invitations match',
      'none – acceptedInvitation',
      {
        accepted: [rosa, ralf].flatMap((address) => acceptedBy(address, member('u-1', 'r***@acme.example'))),
        knownAddresses: [rosa],
      },
    ],
    [
      'is possible for the only known address that matches',
      `possible ${rosa} uniqueFit`,
      { knownAddresses: [rosa, lena, 'ROSA@acme.example'] },
    ],
    ['is unknown if two known addresses match', 'none – uniqueFit', { knownAddresses: [rosa, ralf] }],
    [
      'must match in every account',
      'none – –',
      { listedAs: ['r***@acme.example', 'r***f@acme.example'], knownAddresses: [rosa] },
    ],
    [
      'is not concluded from a mask that shows no name',
      'none – –',
      { listedAs: ['***@acme.example'], knownAddresses: [rosa] },
    ],
    [
      'is certain after a person confirms it',
      `certain ${lena} confirmed`,
      { decisions: [same(lena)], knownAddresses: [rosa] },
    ],
    [
      'returns to what it was after the confirmation is undone',
      `possible ${rosa} uniqueFit`,
      { decisions: [same(lena), undo(lena)], knownAddresses: [rosa] },
    ],
    [
      'excludes anyone a person ruled out',
      `possible ${ralf} uniqueFit`,
      { decisions: [notSame(rosa)], knownAddresses: [rosa, ralf] },
    ],
    [
      'includes them again when that is undone',
      'none – uniqueFit',
      { decisions: [notSame(rosa), undo(rosa)], knownAddresses: [rosa, ralf] },
    ],
    [
      'follows the later decision',
      'none – –',
      { decisions: [same(rosa), notSame(rosa)], knownAddresses: [rosa] },
    ],
    [
      'is unknown if two addresses are confirmed',
      'none – confirmed',
      { decisions: [same(rosa), same(ralf)] },
    ],
  ])('%s', (_name, expected, more) => {
    expect(briefly(more)).toBe(expected);
  });

  test('keeps a confirmation that Amazon’s mask contradicts, and says so', () => {
    expect(linkOf(facts({ decisions: [same(lena)] }))).toMatchObject({
      confidence: 'certain',
      isContradicted: true,
    });
    expect(linkOf(facts({ decisions: [same(rosa)] })).isContradicted).toBe(false);
  });
});

describe('what a colleague decided', () => {
  const byBen = (kind: 'same' | 'notSame', address: string) => ({
    ...{ kind, address, who: 'Ben', isOwn: false, at: 1 },
  });
  const byMia = (kind: 'same' | 'notSame', address: string) => ({ ...byBen(kind, address), who: 'Mia' });

  test('is probable, whatever Amazon masks, and goes before what is concluded', () => {
    expect(briefly({ colleagues: [byBen('same', rosa)] })).toBe(`probable ${rosa} colleague`);
    expect(briefly({ colleagues: [byBen('same', rosa)], knownAddresses: [ralf] })).toBe(
      `probable ${rosa} colleague`,
    );
  });

  test('goes after what was decided here, and after a whole address', () => {
    expect(briefly({ colleagues: [byBen('same', rosa)], decisions: [same(ralf)] })).toBe(
      `certain ${ralf} confirmed`,
    );
    expect(briefly({ colleagues: [byBen('same', rosa)], listedAs: [ralf] })).toBe(
      `certain ${ralf} wholeAddress`,
    );
    expect(briefly({ colleagues: [byBen('same', rosa)], decisions: [notSame(rosa)] })).toBe('none – –');
    expect(briefly({ colleagues: [byBen('notSame', rosa)], decisions: [same(rosa)] })).toBe(
      `certain ${rosa} confirmed`,
    );
  });

  test('counts for nothing if the list contradicts it', () => {
    expect(briefly({ colleagues: [byBen('same', lena)] })).toBe('none – –');
  });

  test('leads to nothing where colleagues disagree, not even to what else fits', () => {
    const disagreeing = { colleagues: [byBen('same', rosa), byMia('same', ralf)], knownAddresses: [ralf] };
    expect(linkOf(facts(disagreeing))).toMatchObject({
      address: null,
      rule: 'colleague',
      candidates: [ralf, rosa],
    });
    expect(
      briefly({ colleagues: [byBen('same', rosa), byMia('notSame', rosa)], knownAddresses: [rosa] }),
    ).toBe('none – colleague');
    expect(briefly({ colleagues: [byMia('notSame', ralf)], knownAddresses: [ralf] })).toBe('none – –');
  });
});

const addresses = fc.constantFrom(rosa, ralf, lena, 'Rosa@ACME.example', 'rosa@other.example');
const masks = fc.constantFrom(
  'r***@acme.example',
  '***a@a***.example',
  'l***@acme.example',
  '***@acme.example',
  '***',
  '…',
  '',
);
const userIds = fc.constantFrom('u-1', 'u-2', 'u-3');
const decisions = (kinds: readonly Decision['kind'][]) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), address: addresses }), { maxLength: 5 });
const evidence = (listed: fc.Arbitrary<string>, kinds: readonly Decision['kind'][]) =>
  fc.record({
    userId: fc.constant('u-1'),
    listedAs: fc.array(listed, { maxLength: 3 }),
    accepted: fc.array(
      fc.record({
        address: addresses,
        newMembers: fc.array(fc.record({ userId: userIds, listedAs: masks }), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    knownAddresses: fc.array(addresses, { maxLength: 4 }),
    decisions: decisions(kinds),
    colleagues: fc.array(
      fc.record({
        kind: fc.constantFrom('same' as const, 'notSame' as const),
        address: addresses,
        who: fc.constantFrom('Ben', 'Mia'),
        isOwn: fc.constant(false),
        at: fc.constant(1),
      }),
      { maxLength: 3 },
    ),
  });
const everyKind = ['same', 'notSame', 'undo'] as const;

describe('whatever the evidence', () => {
  test('a mask makes nothing certain, and known addresses alone nothing probable', () => {
    fc.assert(
      fc.property(evidence(masks, ['notSame', 'undo']), (given) => {
        expect(linkOf(given).confidence).not.toBe('certain');
        expect(['possible', 'none']).toContain(linkOf({ ...given, accepted: [], colleagues: [] }).confidence);
      }),
    );
  });

  test('there is an address if and only if there is confidence, and it is the only candidate', () => {
    fc.assert(
      fc.property(evidence(fc.oneof(masks, addresses), everyKind), (given) => {
        const { confidence, address, candidates } = linkOf(given);
        expect(address === null).toBe(confidence === 'none');
        if (address === null) expect(candidates).not.toHaveLength(1);
        else expect(candidates).toEqual([address]);
      }),
    );
  });

  test('a confirmation that is undone leaves no trace', () => {
    fc.assert(
      fc.property(evidence(fc.oneof(masks, addresses), everyKind), addresses, (given, address) => {
        const undone = [...given.decisions, same(address), undo(address)];
        expect(linkOf({ ...given, decisions: undone })).toEqual(linkOf(given));
      }),
    );
  });

  test('the order of lists and addresses changes nothing', () => {
    fc.assert(
      fc.property(evidence(fc.oneof(masks, addresses), everyKind), (given) => {
        const { listedAs, accepted, knownAddresses } = given;
        expect(
          linkOf({
            ...given,
            listedAs: listedAs.toReversed(),
            accepted: accepted.toReversed(),
            knownAddresses: knownAddresses.toReversed(),
          }),
        ).toEqual(linkOf(given));
      }),
    );
  });

  test('another matching address never increases confidence', () => {
    const rank = ['none', 'possible', 'probable', 'certain'];
    fc.assert(
      fc.property(evidence(masks, ['notSame']), (given) => {
        const { address, confidence } = linkOf(given);
        fc.pre(address !== null);
        const more = linkOf({ ...given, knownAddresses: [...given.knownAddresses, rosa, ralf, lena] });
        expect(rank.indexOf(more.confidence)).toBeLessThanOrEqual(rank.indexOf(confidence));
      }),
    );
  });
});
