import { describe, expect, test } from 'vitest';
import { reasonNames } from '../../../../shared/domain/batch/batchText';
import { importBench } from '../../../support/benches/importBench';

const bench = importBench();
const noParts = { givenName: null, familyName: null, moreAddresses: [] };
const lines = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');

describe('columns are found', () => {
  test.each([
    [
      ['Konto', 'E-Mail', 'Name', 'Rolle', 'Notiz'],
      [0, 1, 2, 3, 4],
    ],
    [
      ['  EMAIL_ADDRESS ', 'user name', 'ROLE', 'amc-account', 'Comments'],
      [3, 0, 1, 2, 4],
    ],
    [
      ['Account ID', 'Account', 'Mail', 'Full name', 'Permissions'],
      [1, 2, 3, 4, null],
    ],
    [
      ['Wer', 'Wohin', 'Name'],
      [null, null, 2, null, null],
    ],
  ])('by their headers %j', async (headers, expected) => {
    const preview = await bench.pasted(lines(headers, ['x', 'y', 'z', 'u', 'v']));
    const { account, emailAddress, userName, role, note } = preview.mapping;
    expect([account, emailAddress, userName, role, note]).toEqual(expected);
    expect(preview).toMatchObject({ headerRow: 1, headers, rows: 1 });
  });

  test('by their content, if the header doesn’t help', async () => {
    bench.account('A1', 'Copper Kettle Coffee');
    const preview = await bench.pasted(
      lines(['Rosa Lind', 'read only', 'rosa@x.example', 'copper kettle coffee', 'from the fair']),
    );
    expect(preview).toMatchObject({
      headerRow: null,
      headers: [],
      mapping: { account: 3, emailAddress: 2, userName: 0, role: 1, note: 4, instances: null },
    });
  });

  test('as a person mapped the same headers last time', async () => {
    const mapping = {
      account: 1,
      emailAddress: 0,
      userName: 2,
      role: null,
      note: null,
      instances: null,
      ...noParts,
    };
    await bench.added(lines(['Wer', 'Wohin', 'Wie'], ['a@x.example', 'A1', 'Ann']), { mapping });
    const again = await bench.pasted(lines(['WER', ' wohin', 'Wie'], ['b@x.example', 'A1', 'Ben']));
    expect(again.mapping).toEqual(mapping);
    const other = await bench.pasted(lines(['Wer', 'Wohin', 'Was'], ['b@x.example', 'A1', 'Ben']));
    expect(other.mapping).not.toEqual(mapping);
  });
});

describe('accounts are matched', () => {
  const preview = async (text: string) =>
    (await bench.pasted(lines(['Account', 'E-mail'], [text, 'a@x.example']))).accounts[0];

  test.each([
    ['entity1', 'id'],
    [' copper  kettle COFFEE ', 'name'],
    ['Copper Kettel Coffee', 'similar'],
    ['Copper Kettle Cofee', 'similar'],
    ['Copper-Kettle Coffee GmbH', 'similar'],
    ['Coffee Copper Kettle', 'similar'],
    ['Copper Kettle', 'similar'],
    ['Cöpper Kettle Coffee', 'similar'],
  ])('%j by %s', async (text, match) => {
    const account = bench.account('ENTITY1', 'Copper Kettle Coffee');
    bench.account('ENTITY2', 'Bright Bikes');
    expect(await preview(text)).toMatchObject({
      text: text.trim(),
      match,
      account,
      accountName: 'Copper Kettle Coffee',
    });
  });

  test.each(['Iron Kettle Tea Company', 'Cop', ''])('%j to nothing', async (text) => {
    bench.account('ENTITY1', 'Copper Kettle Coffee');
    bench.account('ENTITY2', 'Bright Bikes');
    bench.account('ENTITY3', 'Bright Lamps');
    expect(await preview(text)).toMatchObject({ match: 'none', account: null });
  });

  test.each([
    ['Nordlicht Electronic', 'Nordlicht Elektronik'],
    ['Alpenquel Getranke', 'Alpenquell Getränke'],
    ['copper kettle coffe', 'Copper Kettle Coffee'],
    ['Kettle Cofee', 'Copper Kettle Coffee'],
  ])('with several typos %j', async (text, accountName) => {
    for (const [at, name] of [
      'Nordlicht Elektronik',
      'Alpenquell Getränke',
      'Copper Kettle Coffee',
    ].entries()) {
      bench.account(`ENTITY${at}`, name);
    }
    expect(await preview(text)).toMatchObject({ match: 'similar', accountName });
  });

  test('to none of names that differ in a number', async () => {
    bench.account('ENTITY1', 'Bright Bikes 12');
    expect(await preview('Bright Bikes 13')).toMatchObject({ match: 'none', candidates: [] });
  });

  test('to none of several similar or identical names until a person selects one', async () => {
    bench.account('ENTITY1', 'Bright Bikes');
    bench.account('ENTITY2', 'Bright Bikes');
    bench.account('ENTITY3', 'Bright Lamps');
    const namesOf = async (text: string): Promise<unknown> => {
      const named = await preview(text);
      expect(named).toMatchObject({ match: 'similar', account: null, accountName: null });
      return named?.candidates.map(({ account, accountName }) => [account.accountId, accountName]);
    };
    expect(await namesOf('Bright Bikes')).toEqual([
      ['ENTITY1', 'Bright Bikes'],
      ['ENTITY2', 'Bright Bikes'],
    ]);
    expect(await namesOf('Bright')).toEqual(expect.arrayContaining([['ENTITY3', 'Bright Lamps']]));
    expect(await preview('ENTITY2')).toMatchObject({ match: 'id', account: { accountId: 'ENTITY2' } });
  });

  test('to a similar name only after a person confirms it', async () => {
    const account = bench.account('ENTITY1', 'Copper Kettle Coffee');
    const text = lines(['Account', 'E-mail'], ['Copper Kettel Coffee', 'a@x.example']);
    const [open] = await bench.added(text);
    expect(open).toMatchObject({ account: null, accountText: 'Copper Kettel Coffee' });
    const [, settled] = await bench.added(text, { accounts: [{ text: 'Copper Kettel Coffee', account }] });
    expect(settled).toMatchObject({ account, accountText: 'Copper Kettle Coffee' });
  });
});

describe('rows', () => {
  test('are added as they are, with roles recognized and their source', async () => {
    const account = bench.account('ENTITY1', 'Copper Kettle Coffee');
    const rows = await bench.added(
      lines(
        ['Account', 'E-mail', 'Name', 'Role', 'Note'],
        ['entity1', 'rosa@x.example', ' Rosa', 'Administrator', '=1+1'],
        ['Nowhere', 'not an address', '', 'boss', ''],
      ),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      account,
      accountText: 'Copper Kettle Coffee',
      emailAddress: 'rosa@x.example',
      userName: ' Rosa',
      role: 'admin',
      note: '=1+1',
      instances: '',
      source: {
        fileName: 'Pasted text',
        rowNumber: 2,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
    expect(rows[1]).toMatchObject({
      account: null,
      accountText: 'Nowhere',
      emailAddress: 'not an address',
      role: 'boss',
      source: { rowNumber: 3 },
    });
  });

  test('are added after existing ones, in their order', async () => {
    await bench.added(lines(['E-mail', 'Name'], ['a@x.example', 'A'], ['b@x.example', 'B']));
    const rows = await bench.added(lines(['E-mail', 'Name'], ['c@x.example', 'C'], ['d@x.example', 'D']));
    expect(rows.map(({ userName }) => userName)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('go to all selected accounts, whatever their own column says', async () => {
    const one = bench.account('ENTITY1', 'Copper Kettle Coffee');
    const two = bench.account('ENTITY2', 'Bright Bikes');
    const text = lines(['Account', 'E-mail'], ['Nowhere', 'a@x.example'], ['', 'b@x.example']);
    const rows = await bench.added(text, { toAccounts: [one, two], role: 'viewer' });
    expect(rows.map((row) => [row.emailAddress, row.accountText, row.role])).toEqual([
      ['a@x.example', 'Copper Kettle Coffee', 'viewer'],
      ['a@x.example', 'Bright Bikes', 'viewer'],
      ['b@x.example', 'Copper Kettle Coffee', 'viewer'],
      ['b@x.example', 'Bright Bikes', 'viewer'],
    ]);
  });

  test('that equal one in the batch or the file are left out and counted; people who cannot be distinguished are not', async () => {
    bench.account('ENTITY1', 'Copper Kettle Coffee');
    const first = lines(['Account', 'E-mail'], ['ENTITY1', 'a@x.example'], ['', '?'], ['', '?']);
    expect(await bench.added(first)).toHaveLength(3);
    const { importId } = await bench.pasted(
      lines(
        ['Account', 'E-mail'],
        ['copper kettle coffee', 'A@x.example'],
        ['Other', 'a@x.example'],
        ['other', 'a@x.example'],
        ['', '?'],
      ),
    );
    const { batch, furtherBatches, ...result } = await bench.imports.add(bench.batchId, { importId });
    expect(furtherBatches).toEqual([]);
    expect(result).toEqual({ added: 2, duplicates: 2 });
    expect(batch.counts.rows).toBe(5);
  });

  test('of one person with different text are added, and those left out are listed by the file’s row numbers', async () => {
    bench.account('ENTITY1', 'Copper Kettle Coffee');
    const text = lines(
      ['Account', 'E-mail', 'Name', 'Role', 'Note'],
      ['ENTITY1', 'rosa@x.example', 'Rosa', 'viewer', ''],
      ['ENTITY1', 'rosa@x.example', 'Rosa', 'admin', ''],
      ['ENTITY1', 'Rosa@x.example', 'Rosa', 'Viewer', ''],
      ['ENTITY1', 'rosa@x.example', 'Rosa', 'viewer', 'from the fair'],
    );
    const preview = await bench.pasted(text);
    expect(preview).toMatchObject({
      rows: 4,
      added: 3,
      duplicates: 1,
      leftOut: [{ reason: 'duplicates', rowNumbers: [4] }],
    });
    expect(await bench.added(text)).toHaveLength(3);
    const { findings } = await bench.batches.check(bench.batchId);
    expect(findings.map((each) => each.findings.map(({ code }) => code))).toEqual([
      ['DUPLICATE_IN_BATCH'],
      ['DUPLICATE_IN_BATCH'],
    ]);
    const again = await bench.pasted(text);
    expect(again).toMatchObject({ added: 0, duplicates: 4, leftOut: [{ rowNumbers: [2, 3, 4, 5] }] });
  });

  test('keep the file’s role, and another fills only rows without one', async () => {
    const text = lines(
      ['E-mail', 'Role'],
      ['a@x.example', 'Admin'],
      ['b@x.example', ''],
      ['c@x.example', 'boss'],
    );
    const rows = await bench.added(text, { role: 'viewer' });
    expect(rows.map(({ role }) => role)).toEqual(['admin', 'viewer', 'boss']);
  });
});

describe('people as an email lists them', () => {
  test('become rows, and entries that are not people are kept to be fixed', async () => {
    const rows = await bench.added('Rosa Lind <rosa@x.example>; "Aziz, T." <t@x.example>; nobody');
    expect(rows.map((row) => [row.userName, row.emailAddress])).toEqual([
      ['Rosa Lind', 'rosa@x.example'],
      ['Aziz, T.', 't@x.example'],
      ['', 'nobody'],
    ]);
  });

  test('can be bare addresses, one per line', async () => {
    const rows = await bench.added('a@x.example\nb@x.example');
    expect(rows.map(({ emailAddress }) => emailAddress)).toEqual(['a@x.example', 'b@x.example']);
  });

  test('are not expected in CSV', async () => {
    const preview = await bench.pasted('Name,E-mail\nRosa,a@x.example\nBen,b@x.example');
    expect(preview).toMatchObject({ delimiter: ',', rows: 2, mapping: { emailAddress: 1, userName: 0 } });
  });
});

describe('the review', () => {
  test('shows what would be added and what is wrong, by reason and row, before anything is added', async () => {
    const preview = await bench.pasted(
      lines(
        ['Account', 'E-mail', 'Name', 'Role'],
        ['Nowhere', 'a@x.example', 'A', 'viewer'],
        ['Nowhere', 'not one', '', 'viewer'],
        ['', 'b@gmial.com', 'B', 'boss'],
      ),
    );
    expect(preview).toMatchObject({ rows: 3, added: 3, duplicates: 0 });
    expect(preview.problems).toEqual(
      expect.arrayContaining([
        { reason: 'Unknown account', column: 'account', level: 'error', rows: 2, rowNumbers: [2, 3] },
        { reason: 'No account', column: 'account', level: 'error', rows: 1, rowNumbers: [4] },
        { reason: 'Not an email address', column: 'emailAddress', level: 'error', rows: 1, rowNumbers: [3] },
        {
          reason: 'Probably a typo',
          column: 'emailAddress',
          level: 'warning',
          rows: 1,
          rowNumbers: [4],
        },
        { reason: 'No name', column: 'userName', level: 'error', rows: 1, rowNumbers: [3] },
        { reason: 'Not a role', column: 'role', level: 'error', rows: 1, rowNumbers: [4] },
      ]),
    );
    expect(preview.problems).toHaveLength(6);
    expect(bench.batches.rowsOf(bench.batchId)).toEqual([]);
  });

  test('counts the same findings as the batch’s own check, and marks accounts nobody can be invited to', async () => {
    const { store, batches, batchId } = bench;
    bench.account('ENTITY1', 'Copper Kettle Coffee');
    bench.account('ENTITY2', 'Bright Bikes');
    store.db.exec(`UPDATE ways_in SET can_invite = 0 WHERE account_id = 'ENTITY2'`);
    const text = lines(
      ['Account', 'E-mail', 'Name', 'Role'],
      ['Bright Bikes', 'a@x.example', 'A', 'viewer'],
      ['Bright Bikes', 'b@gmial.com', 'B', 'viewer'],
      ['ENTITY1', 'a@x.example', 'A', 'viewer'],
      ['ENTITY1', 'a@x.example', 'Another', 'admin'],
      ['ENTITY1', 'a@x.example', 'A', 'viewer'],
      ['Nowhere', 'c@gmial.com', 'C', 'viewer'],
    );
    const { counts, problems, accounts } = await bench.pasted(text);
    expect(accounts.map((each) => [each.text, each.rows, each.isViewerOnly])).toEqual([
      ['Bright Bikes', 2, true],
      ['ENTITY1', 2, false],
      ['Nowhere', 1, false],
    ]);
    expect(problems[0]).toMatchObject({ reason: 'You can’t invite there', rows: 2, rowNumbers: [2, 3] });
    await bench.added(text);
    const { batch, findings } = await batches.check(batchId);
    const { errors, warnings, ready } = counts;
    expect(batch.counts).toMatchObject({ draft: errors, warnings, ready: warnings + ready });
    const found = findings.flatMap((row) =>
      row.findings.map(({ code, level }) => `${level} ${reasonNames[code]}`),
    );
    const reviewed = problems.flatMap(({ reason, level, rows }) =>
      Array<string>(rows).fill(`${level} ${reason}`),
    );
    expect(reviewed.sort()).toEqual(found.sort());
    const { blocked, blockedRows } = await batches.dryRun(batchId);
    expect(blockedRows).toBe(counts.errors);
    for (const { code, rows } of blocked) {
      expect(problems).toContainEqual(
        expect.objectContaining({ reason: reasonNames[code], level: 'error', rows }),
      );
    }
  });

  test('shows characters in another encoding', async () => {
    const { oddCharacters } = await bench.pasted(
      lines(['E-mail', 'Name'], ['a@x.example', 'JÃ¶rg'], ['b@x.example', 'Jörg']),
    );
    expect(oddCharacters).toEqual([{ rowNumber: 2, text: 'JÃ¶rg' }]);
  });

  test('shortens what it shows, never what it adds', async () => {
    const long = 'x'.repeat(1500);
    const text = lines(['E-mail', 'Note'], ['a@x.example', long]);
    expect((await bench.pasted(text)).sample[0]?.[1]).toHaveLength(201);
    expect((await bench.added(text))[0]?.note).toBe(long);
  });

  test('differs from what is added if accounts or rows have changed since', async () => {
    const { batchId, batches, imports } = bench;
    const people = lines(['Account', 'E-mail'], ['Nowhere', 'a@x.example'], ['Nowhere', 'b@x.example']);
    const { importId, added, problems } = await bench.pasted(people);
    expect([added, problems.map(({ reason }) => reason)]).toEqual([
      2,
      expect.arrayContaining(['Unknown account']),
    ]);
    const account = bench.account('ENTITY1', 'Nowhere');
    const typed = { rowId: 'r-1', position: 7, account, accountText: 'Nowhere', emailAddress: 'A@x.example' };
    batches.setRows(batchId, [{ ...typed, userName: '', role: '', note: '', instances: '' }], []);
    expect(await imports.add(batchId, { importId })).toMatchObject({ added: 1, duplicates: 1 });
    expect(batches.rowsOf(batchId)).toMatchObject([
      typed,
      { position: 8, account, accountText: 'Nowhere', emailAddress: 'b@x.example' },
    ]);
  });

  test('reads the text again only if the options change', async () => {
    const { importId } = await bench.pasted('E-mail,Name\na@x.example,A;B');
    await bench.imports.preview(bench.batchId, { importId, role: 'viewer', delimiter: ',' });
    expect(bench.readings()).toBe(1);
    const other = await bench.imports.preview(bench.batchId, { importId, delimiter: ';' });
    expect(other).toMatchObject({ delimiter: ';', sample: [['a@x.example,A', 'B']] });
    expect(bench.readings()).toBe(2);
  });
});

describe('nothing is added', () => {
  const refused = (work: Promise<unknown>, code: string, message: RegExp): Promise<void> =>
    expect(work).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });

  test('of a cell longer than a batch can hold, which is reported', async () => {
    const text = lines(['E-mail', 'Note'], ['a@x.example', ''], ['b@x.example', 'x'.repeat(2001)]);
    const { importId, problems } = await bench.pasted(text);
    expect(problems).toContainEqual(expect.objectContaining({ column: 'note', rowNumbers: [3] }));
    const { batchId, imports } = bench;
    await refused(
      imports.add(batchId, { importId }),
      'INVALID_INPUT',
      /row 3: the text for “Note” has 2,001 characters/,
    );
    expect(bench.batches.rowsOf(batchId)).toEqual([]);
    const mapping = {
      account: null,
      emailAddress: 0,
      userName: null,
      role: null,
      note: null,
      instances: null,
      ...noParts,
    };
    expect(await imports.add(batchId, { importId, mapping })).toMatchObject({ added: 2 });
  });

  test('when a part of it cannot be stored, and then it can be retried', async () => {
    const { batchId, store } = bench;
    store.db.exec(`CREATE TRIGGER full BEFORE INSERT ON batch_rows WHEN new.user_name = 'P2900'
      BEGIN SELECT raise(ABORT, 'no room'); END`);
    const people = Array.from({ length: 3000 }, (_, index) => `p${index}@x.example`).join('\n');
    const { importId } = await bench.pasted(people);
    await expect(bench.imports.add(batchId, { importId })).rejects.toThrow('no room');
    expect(bench.batches.rowsOf(batchId)).toEqual([]);
    store.db.exec('DROP TRIGGER full');
    expect(await bench.imports.add(batchId, { importId })).toMatchObject({ added: 3000 });
  });

  test('twice', async () => {
    const { importId } = await bench.pasted('a@x.example');
    const twice = [
      bench.imports.add(bench.batchId, { importId }),
      bench.imports.add(bench.batchId, { importId }),
    ];
    const results = await Promise.allSettled(twice);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(bench.batches.rowsOf(bench.batchId)).toHaveLength(1);
  });

  test('of a file that was closed or replaced, or that belongs to another batch', async () => {
    const { imports, batchId } = bench;
    const closed = await bench.pasted('a@x.example');
    imports.close(closed.importId);
    const replaced = await bench.pasted('b@x.example');
    const open = await bench.pasted('c@x.example');
    for (const { importId } of [closed, replaced]) {
      await refused(imports.add(batchId, { importId }), 'NOT_FOUND', /no longer open\. Select it again/);
    }
    const other = bench.batches.create().batchId;
    await refused(imports.add(other, { importId: open.importId }), 'NOT_FOUND', /no longer open/);
    expect(bench.batches.rowsOf(batchId)).toEqual([]);
  });

  test('of a file with headers alone', async () => {
    await refused(bench.pasted('Account\tE-mail'), 'INVALID_INPUT', /^Pasted text has headers but no rows/);
  });

  test('when a file cannot be read, which leaves the open one open', async () => {
    const { importId } = await bench.pasted('a@x.example');
    await refused(
      bench.imports.open(bench.batchId, { file: '/nowhere.csv' }),
      'INVALID_INPUT',
      /couldn’t be read/,
    );
    expect(await bench.imports.add(bench.batchId, { importId })).toMatchObject({ added: 1 });
  });
});
