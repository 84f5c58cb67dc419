import { describe, expect, test } from 'vitest';
import {
  createRowCheck,
  rowLocalFindings,
  type RowToCheck,
} from '../../../shared/domain/batch/rules/checkRow';
import type { BatchRowInput, RowFinding, RowFindingCode } from '../../../shared/domain/batch/batch';
import {
  personKey,
  type BatchFacts,
  type ColleagueFact,
  type HouseRules,
  type InvitationFact,
  type AccessFact,
} from '../../../shared/domain/batch/rules/facts';
import { matching } from '../../support/fixtures/matching';
import { accountKey } from '../../../shared/util/accountKey';

const account = { connectionId: 'main', accountId: 'A1' };

const good: BatchRowInput = {
  rowId: 'row-0001',
  position: 1,
  account,
  accountText: 'Acme US',
  emailAddress: 'jane.doe@client.example',
  userName: 'Jane Doe',
  role: 'viewer',
  note: '',
  instances: '',
};

const codes = (findings: readonly RowFinding[]): RowFindingCode[] => findings.map(({ code }) => code);

describe('what a row alone shows', () => {
  test('nothing is found in a valid row, and surrounding spaces do not matter', () => {
    expect(rowLocalFindings(good)).toEqual([]);
    expect(
      rowLocalFindings({ ...good, emailAddress: ' jane@client.example ', userName: ' J ', role: ' Admin ' }),
    ).toEqual([]);
  });

  type Case = [what: string, change: Partial<BatchRowInput>, code: RowFindingCode, fix: string | null];
  test.each<Case>([
    ['no account', { account: null, accountText: ' ' }, 'ACCOUNT_MISSING', null],
    ['no address', { emailAddress: '  ' }, 'EMAIL_MISSING', null],
    ['no @', { emailAddress: 'jane' }, 'EMAIL_INVALID', null],
    [
      'a comma instead of a dot',
      { emailAddress: 'jane@client,example' },
      'EMAIL_INVALID',
      'jane@client.example',
    ],
    ['a space inside', { emailAddress: 'jane @client.example' }, 'EMAIL_INVALID', 'jane@client.example'],
    [
      'a full stop at the end',
      { emailAddress: 'jane@client.example.' },
      'EMAIL_INVALID',
      'jane@client.example',
    ],
    [
      'a zero-width space',
      { emailAddress: 'jane@\u200Bclient.example' },
      'EMAIL_INVALID',
      'jane@client.example',
    ],
    [
      'a mark before it',
      { emailAddress: '\u200Ejane@client.example' },
      'EMAIL_INVALID',
      'jane@client.example',
    ],
    [
      'a name around it',
      { emailAddress: 'Jane <jane@client.example>' },
      'EMAIL_INVALID',
      'jane@client.example',
    ],
    ['a doubled letter', { emailAddress: 'jane@gmaill.com' }, 'EMAIL_LIKELY_TYPO', 'jane@gmail.com'],
    ['a missing letter', { emailAddress: 'jane@gmal.com' }, 'EMAIL_LIKELY_TYPO', 'jane@gmail.com'],
    ['swapped letters', { emailAddress: 'Jane@GMIAL.com' }, 'EMAIL_LIKELY_TYPO', 'Jane@gmail.com'],
    ['a wrong letter', { emailAddress: 'jane@hotnail.com' }, 'EMAIL_LIKELY_TYPO', 'jane@hotmail.com'],
    ['a nonexistent ending', { emailAddress: 'jane@client.con' }, 'EMAIL_LIKELY_TYPO', 'jane@client.com'],
    ['no name', { userName: ' ' }, 'NAME_MISSING', 'Jane Doe'],
    ['no name and no address to guess from', { userName: '', emailAddress: 'jane@' }, 'NAME_MISSING', null],
    ['a long name', { userName: 'x'.repeat(121) }, 'NAME_TOO_LONG', null],
    ['no AMC role', { role: '' }, 'ROLE_MISSING', 'viewer'],
    ['no role of AMC', { role: 'Owner' }, 'ROLE_UNKNOWN', null],
  ])('%s', (_, change, code, fix) => {
    const found = rowLocalFindings({ ...good, ...change }).find((each) => each.code === code);
    expect(found?.fix?.value ?? null).toBe(fix);
    expect(found?.level).toBe(code === 'EMAIL_LIKELY_TYPO' ? 'warning' : 'error');
    // A sentence that says what to do.
    expect(found?.message).toMatch(/^.+[.,:] .+\.$/);
  });

  test.each(['jane@ymail.com', 'jane@mail.com', 'jane@gmail.com', 'jane@gmal.example', 'jane@live.de'])(
    '%s is not a typo of another domain',
    (emailAddress) => {
      expect(rowLocalFindings({ ...good, emailAddress })).toEqual([]);
    },
  );

  test.each([
    'Admin',
    'ADMINISTRATOR',
    'Administratorin',
    'administrateur',
    'Viewer',
    'read-only',
    'Read  Only',
    'Nur_Lesen',
    'lecture seule',
    'Betrachter',
    '閲覧者',
  ])('%s is recognized as a role', (role) => {
    expect(rowLocalFindings({ ...good, role })).toEqual([]);
  });

  test('text that could not mean anything gets its finding, however long it is', () => {
    const long = 'a@'.repeat(1000);
    expect(codes(rowLocalFindings({ ...good, emailAddress: long, role: long }))).toEqual([
      'EMAIL_INVALID',
      'ROLE_UNKNOWN',
    ]);
  });
});

const access: AccessFact = {
  account,
  realm: 'amazon',
  name: 'Acme US',
  connectionLabel: 'Main',
  reachable: true,
  canInvite: true,
  refusesChanges: false,
};
const otherAccess: AccessFact = {
  ...access,
  account: { connectionId: 'second', accountId: 'A1' },
  connectionLabel: 'Second',
};
const place = accountKey({ realm: 'amazon', accountId: 'A1' });
const house: HouseRules = { allowedDomains: [], mostAdminsPerAccount: 0, adminsNeedNote: false };
const facts: BatchFacts = {
  accesses: [access],
  invitations: new Map(),
  members: new Map(),
  underWay: new Map(),
  admins: new Map(),
  oneself: new Set(['me@agency.example']),
  house,
  instances: new Map(),
  plans: new Map(),
  colleagues: new Map(),
};

const checkOf = (known: BatchFacts): ((row: RowToCheck) => RowFinding[]) => {
  const check = createRowCheck(known);
  return (row) => check(row).findings;
};

const checked = (row: Partial<BatchRowInput>, change: Partial<BatchFacts> = {}): RowFinding[] =>
  checkOf({ ...facts, ...change })({ ...good, ...row, sent: false });

const knownAs = (...known: readonly Partial<InvitationFact>[]): Pick<BatchFacts, 'invitations'> => ({
  invitations: new Map([
    [
      personKey(place, good.emailAddress),
      known.map((each) => ({
        state: 'pending',
        role: 'VIEWER',
        masked: false,
        expiredAt: null,
        ...each,
      })),
    ],
  ]),
});

describe('what a colleague invited, as the team says', () => {
  const at = Date.UTC(2026, 10, 28, 12);
  const byBen = (more: Partial<ColleagueFact> = {}): Pick<BatchFacts, 'colleagues'> => ({
    colleagues: new Map([
      [personKey(place, good.emailAddress), { who: 'Ben', isOwn: false, at, reading: 'notYet', ...more }],
    ]),
  });

  test('is a warning with who and when that one can go past, and one click removes the row', () => {
    expect(checked({ emailAddress: 'Jane.Doe@client.example' }, byBen())).toMatchObject([
      {
        ...{ code: 'INVITED_BY_COLLEAGUE', level: 'warning', column: 'emailAddress' },
        message: matching(
          /^Ben invited Jane\.Doe@client\.example to Acme US on Nov 28, 2026, .* \(from the team\)\. /,
        ),
        fix: { removesRow: true },
      },
    ]);
    expect(checked({ emailAddress: 'max@client.example' }, byBen())).toEqual([]);
    expect(checked({}, byBen({ isOwn: true }))[0]?.message).toMatch(/^Another of your computers invited /);
    expect(checked({}, byBen({ reading: 'maybeMember' }))[0]?.message).toMatch(/ could be this person\. /);
  });

  test('is silent beside what this computer’s own lists say of the person', () => {
    expect(codes(checked({}, { ...knownAs({}), ...byBen() }))).toEqual(['ALREADY_PENDING']);
    const key = personKey(place, good.emailAddress);
    expect(codes(checked({}, { underWay: new Map([[key, 'queued']]), ...byBen() }))).toEqual([
      'ALREADY_PENDING',
    ]);
    expect(codes(checked({}, { members: new Map([[key, 'certain']]), ...byBen() }))).toEqual([
      'ALREADY_USER',
    ]);
    expect(codes(checked({}, { members: new Map([[key, 'probable']]), ...byBen() }))).toEqual([
      'MAYBE_ALREADY_USER',
      'INVITED_BY_COLLEAGUE',
    ]);
  });
});

describe('findings about a row’s account', () => {
  test('nothing if people can be invited, or nobody has checked yet', () => {
    expect(checked({})).toEqual([]);
    expect(checked({}, { accesses: [{ ...access, canInvite: null }] })).toEqual([]);
  });

  test('text that names no account, with the account it must mean if there is only one', () => {
    const unknown = { account: null, accountText: ' ACME  us ' };
    expect(checked(unknown)).toMatchObject([
      { code: 'ACCOUNT_UNKNOWN', fix: { column: 'account', value: 'Acme US', account } },
    ]);
    expect(checked({ account: null, accountText: 'a1' })).toMatchObject([{ fix: { account } }]);
    expect(checked({ account: null, accountText: 'acme' })).toMatchObject([{ fix: { account } }]);
    expect(checked({ account: null, accountText: 'Zenith' })).toMatchObject([
      { code: 'ACCOUNT_UNKNOWN', fix: null },
    ]);
    const namesake = { ...access, account: { connectionId: 'main', accountId: 'A2' } };
    expect(checked(unknown, { accesses: [access, namesake] })).toMatchObject([{ fix: null }]);
  });

  const closed: readonly [RowFindingCode, RowFinding['level'], Partial<AccessFact>][] = [
    ['ACCOUNT_UNREACHABLE', 'error', { reachable: false }],
    ['NOT_ADMIN', 'error', { canInvite: false }],
    // Inferred, not from Amazon: it doesn't block an attempt.
    ['ACCOUNT_REFUSES_CHANGES', 'warning', { refusesChanges: true }],
  ];
  test.each(closed)(
    '%s, with another open connection to the same account as the remedy',
    (code, level, change) => {
      const shut = { ...access, ...change };
      expect(checked({}, { accesses: [shut] })).toMatchObject([{ code, level, fix: null }]);
      expect(checked({}, { accesses: [shut, otherAccess] })).toMatchObject([
        { code, fix: { label: 'Use Second', account: otherAccess.account } },
      ]);
      expect(checked({}, { accesses: [shut, { ...otherAccess, ...change }] })).toMatchObject([
        { code, fix: null },
      ]);
      expect(checked({}, { accesses: [shut, { ...otherAccess, realm: 'sandbox' }] })).toMatchObject([
        { code, fix: null },
      ]);
    },
  );

  test('a remedy that changes the row keeps its position', () => {
    const shut = { ...access, reachable: false };
    const written = [
      checked({}, { accesses: [shut, otherAccess] }),
      checked({ account: null, accountText: 'acme us' }),
      checked({ role: 'Administrator' }),
      checked({ emailAddress: 'mailto:jane.doe@client.example' }),
    ].flatMap((found) => found.flatMap(({ fix }) => (fix === null ? [] : [fix])));
    expect(written.length).toBeGreaterThanOrEqual(3);
    for (const fix of written)
      expect(fix).toMatchObject({ removesRow: false, label: expect.stringMatching(/^Use /) });
  });

  test('a connection that is gone, with the one that is left', () => {
    expect(checked({}, { accesses: [] })).toMatchObject([{ code: 'ACCOUNT_UNREACHABLE', fix: null }]);
    expect(checked({}, { accesses: [otherAccess] })).toMatchObject([
      { code: 'ACCOUNT_UNREACHABLE', fix: { account: otherAccess.account } },
    ]);
  });
});

describe('findings about a row’s person', () => {
  type Case = [what: string, known: Partial<InvitationFact>[], expected: [RowFindingCode, string][]];
  test.each<Case>([
    ['nothing before', [], []],
    ['pending with the same role', [{}], [['ALREADY_PENDING', 'error']]],
    ['pending with another role', [{ role: 'ADMIN' }], [['PENDING_WITH_OTHER_ROLE', 'error']]],
    ['already a user', [{ state: 'accepted' }], [['ALREADY_USER', 'warning']]],
    ['possibly a user', [{ state: 'accepted', masked: true }], [['MAYBE_ALREADY_USER', 'warning']]],
    ['revoked', [{ state: 'revoked' }], [['REVOKED_BEFORE', 'warning']]],
    ['revoked long before', [{ state: 'accepted' }, { state: 'revoked' }], [['ALREADY_USER', 'warning']]],
    ['invited again since', [{}, { state: 'revoked' }], [['ALREADY_PENDING', 'error']]],
  ])('%s', (_, known, expected) => {
    expect(checked({}, knownAs(...known)).map(({ code, level }) => [code, level])).toEqual(expected);
  });

  test('a member who is certainly the person is a user, also after an invitation that only seems accepted or was revoked', () => {
    const members = new Map([[personKey(place, good.emailAddress), 'certain' as const]]);
    const codesOf = (...known: readonly Partial<InvitationFact>[]) =>
      checked({}, { ...knownAs(...known), members }).map(({ code, level }) => `${code} ${level}`);
    expect(codesOf()).toEqual(['ALREADY_USER warning']);
    expect(codesOf({ state: 'accepted', masked: true })).toEqual(['ALREADY_USER warning']);
    expect(codesOf({ state: 'revoked' })).toEqual(['ALREADY_USER warning', 'REVOKED_BEFORE warning']);
    expect(codesOf({})).toEqual(['ALREADY_PENDING error']);
    expect(checked({}, { members })[0]?.message).toContain('is certainly this person');
    expect(checked({ emailAddress: 'other@client.example' }, { members })).toEqual([]);
  });

  test('a member who is probably the person may be a user, unless an invitation shows it', () => {
    const members = new Map([[personKey(place, good.emailAddress), 'probable' as const]]);
    const codesOf = (...known: readonly Partial<InvitationFact>[]) =>
      checked({}, { ...knownAs(...known), members }).map(({ code }) => code);
    expect(codesOf()).toEqual(['MAYBE_ALREADY_USER']);
    expect(codesOf({ state: 'accepted' })).toEqual(['ALREADY_USER']);
    expect(checked({}, { members })[0]?.message).toContain('is probably this person');
  });

  test.each(['VIEWER', 'ADMIN'])(
    'one that has expired according to stored data (%s) must be reviewed, not removed',
    (role) => {
      const expiredAt = new Date(2026, 10, 3, 12).getTime();
      const [finding, ...others] = checked({}, knownAs({ role, expiredAt }));
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ code: 'ALREADY_PENDING', level: 'warning', fix: null });
      expect(finding?.message).toContain('expired on Nov 3, 2026. Use Check online');
    },
  );

  test('somebody invited to another account, or another person, is not matched', () => {
    const elsewhere = {
      accesses: [access, { ...access, account: { connectionId: 'main', accountId: 'A2' }, name: 'Acme DE' }],
      ...knownAs({}),
    };
    expect(
      checked({ account: { connectionId: 'main', accountId: 'A2' }, accountText: 'Acme DE' }, elsewhere),
    ).toEqual([]);
    expect(checked({ emailAddress: 'john@client.example' }, elsewhere)).toEqual([]);
    expect(codes(checked({ emailAddress: 'JANE.DOE@client.example' }, elsewhere))).toEqual([
      'ALREADY_PENDING',
    ]);
  });

  test.each([
    ['queued', /is being invited to Acme US right now/],
    ['sending', /is being invited to Acme US right now/],
    ['inDoubt', /^Whether .+ was invited to Acme US is unconfirmed/],
  ] as const)('an invitation that is %s blocks a second one, and the finding says so', (status, text) => {
    const underWay = new Map([[personKey(place, good.emailAddress), status]]);
    expect(checked({}, { underWay })).toMatchObject([
      { code: 'ALREADY_PENDING', level: 'error', fix: { removesRow: true }, message: matching(text) },
    ]);
  });

  test('the user’s own address', () => {
    expect(checked({ emailAddress: 'Me@agency.example' })).toMatchObject([
      { code: 'ONESELF', level: 'warning' },
    ]);
  });
});

describe('rows of one batch', () => {
  test('the same person twice in an account: the first stays, through any connection', () => {
    const check = checkOf({ ...facts, accesses: [access, otherAccess] });
    expect(check({ ...good, sent: false })).toEqual([]);
    const again = {
      ...good,
      account: otherAccess.account,
      emailAddress: ' Jane.Doe@CLIENT.example',
      sent: false,
    };
    expect(check(again)).toMatchObject([{ code: 'DUPLICATE_IN_BATCH', fix: { removesRow: true } }]);
    expect(check({ ...good, emailAddress: 'john@client.example', sent: false })).toEqual([]);
  });

  test('an unknown account is the same if its cell says the same', () => {
    const check = checkOf(facts);
    const row = { ...good, account: null, accountText: 'Zenith', sent: false };
    expect(codes(check(row))).toEqual(['ACCOUNT_UNKNOWN']);
    expect(codes(check({ ...row, accountText: ' zenith' }))).toEqual([
      'ACCOUNT_UNKNOWN',
      'DUPLICATE_IN_BATCH',
    ]);
    expect(codes(check({ ...row, accountText: 'Nadir' }))).toEqual(['ACCOUNT_UNKNOWN']);
  });

  test('rows without an address or an account are not duplicates of each other', () => {
    const check = checkOf(facts);
    const empty = { ...good, emailAddress: '', sent: false };
    const nowhere = { ...good, account: null, accountText: '', sent: false };
    for (const row of [empty, nowhere]) {
      check(row);
      expect(codes(check(row))).not.toContain('DUPLICATE_IN_BATCH');
    }
  });

  test('sent rows have no findings, but others are compared with them', () => {
    const check = checkOf({ ...facts, ...knownAs({}) });
    expect(check({ ...good, sent: true })).toEqual([]);
    expect(codes(check({ ...good, sent: false }))).toEqual(['DUPLICATE_IN_BATCH']);
  });
});

describe('house rules', () => {
  test('only allowed domains, exactly', () => {
    const rules = { house: { ...house, allowedDomains: ['client.example'] } };
    expect(checked({}, rules)).toEqual([]);
    expect(checked({ emailAddress: 'JANE@Client.Example' }, rules)).toEqual([]);
    for (const emailAddress of ['jane@sub.client.example', 'jane@client.example.org', 'jane@other.example']) {
      expect(checked({ emailAddress }, rules)).toMatchObject([
        { code: 'DOMAIN_NOT_ALLOWED', level: 'error' },
      ]);
    }
  });

  test('an admin needs a note; a viewer does not', () => {
    const rules = { house: { ...house, adminsNeedNote: true } };
    expect(checked({}, rules)).toEqual([]);
    expect(checked({ role: 'Administrator', note: ' ' }, rules)).toMatchObject([
      { code: 'ADMIN_NEEDS_NOTE', column: 'note', level: 'error' },
    ]);
    expect(checked({ role: 'admin', note: 'Runs the account' }, rules)).toEqual([]);
  });

  test('a limited number of admins per account, counting existing ones and those of this batch together', () => {
    const check = checkOf({
      ...facts,
      admins: new Map([[place, new Set(['boss@client.example'])]]),
      house: { ...house, mostAdminsPerAccount: 2 },
    });
    const admin = (name: string, role = 'admin'): RowFinding[] =>
      check({ ...good, emailAddress: `${name}@client.example`, role, sent: false });
    expect(admin('a')).toEqual([]);
    expect(admin('boss')).toEqual([]);
    expect(admin('viewer', 'viewer')).toEqual([]);
    expect(admin('b')).toMatchObject([{ code: 'TOO_MANY_ADMINS', fix: { column: 'role', value: 'viewer' } }]);
  });
});
