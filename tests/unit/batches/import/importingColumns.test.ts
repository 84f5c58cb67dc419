import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportOptions, ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { importBench } from '../../../support/benches/importBench';
import { addListedInstances } from '../../../support/fixtures/instances';

const bench = importBench();
const folder = join(import.meta.dirname, '../../../fixtures/imports/columns');
const opened = (name: string): Promise<ImportPreview> =>
  bench.imports.open(bench.batchId, { file: join(folder, name) });
const lines = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');

/** The rows that a file adds, as "account | address | name | role". */
async function rowsOf(
  { importId }: ImportPreview,
  options: Omit<ImportOptions, 'importId'> = {},
): Promise<readonly string[]> {
  await bench.imports.add(bench.batchId, { importId, ...options });
  return bench.batches
    .rowsOf(bench.batchId)
    .map((row) => [row.accountText, row.emailAddress, row.userName, row.role].join(' | '));
}

const knowAccounts = (): void => {
  bench.account('ENTITY1', 'Copper Kettle Coffee');
  bench.account('ENTITY2', 'Blue Heron Outfitters');
};

describe('a file is read as its author meant it:', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'title-lines-and-totals.csv',
      [
        'Copper Kettle Coffee | a@agency.example | Ann Ames | viewer',
        'Copper Kettle Coffee | b@agency.example | Ben Bo | admin',
      ],
    ],
    ['google-workspace.csv', [' | ann@agency.example | Ann Ames | ', ' | ben@agency.example | Ben Bo | ']],
    ['okta.csv', [' | ann@agency.example | Ann Ames | ', ' | ben@agency.example | Ben Bo | ']],
    [
      'hubspot.csv',
      [
        'Copper Kettle Coffee | ann@agency.example | Ann Ames | ',
        'Copper Kettle Coffee | ben@agency.example | Ben Bo | ',
      ],
    ],
    [
      'manager-first.csv',
      [' | ann@agency.example | Ann Ames | viewer', ' | ben@agency.example | Ben Bo | viewer'],
    ],
    ['google-contacts.csv', [' | ann@agency.example | Ann Ames | ', ' | ben@agency.example | Ben Bo | ']],
    ['outlook-contacts.csv', [' | ann@agency.example | Ann Ames | ']],
    [
      'google-forms.csv',
      [
        'Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer',
        'Copper Kettle Coffee | ben@agency.example | Ben Bo | admin',
      ],
    ],
    [
      'two-header-rows.csv',
      [' | ann@agency.example | Ann Ames | viewer', ' | ben@agency.example | Ben Bo | admin'],
    ],
    ['last-name-first.csv', [' | ann@agency.example | Ann Ames | viewer']],
    [
      'empty-twin-column.csv',
      [' | ann@agency.example | Ann Ames | viewer', ' | ben@agency.example | Ben Bo | admin'],
    ],
    ['vorname-nachname.csv', [' | ann@agency.example | Ann Ames | viewer']],
    [
      'manager-beside-work-mail.csv',
      [
        'Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer',
        'Copper Kettle Coffee | ben@agency.example | Ben Bo | viewer',
      ],
    ],
    [
      'requester.csv',
      [
        'Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer',
        'Copper Kettle Coffee | ben@agency.example | Ben Bo | admin',
      ],
    ],
    ['account-owner.csv', ['Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer']],
    ['client-name-first.csv', ['Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer']],
    ['access-is-a-date.csv', [' | ann@agency.example | Ann Ames | viewer']],
    ['user-is-an-address.csv', ['Copper Kettle Coffee | ann@agency.example |  | viewer']],
    [
      'name-is-the-account.csv',
      [
        'Copper Kettle Coffee | ann@agency.example |  | viewer',
        'Blue Heron Outfitters | ben@agency.example |  | admin',
      ],
    ],
    ['contact-mail.csv', ['Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer']],
    [
      'title-lines.xlsx',
      [
        'Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer',
        'Copper Kettle Coffee | ben@agency.example | Ben Bo | admin',
      ],
    ],
    [
      'merged-header.xlsx',
      [
        'Copper Kettle Coffee | ann@agency.example | Ann Ames | viewer',
        'Copper Kettle Coffee | ben@agency.example | Ben Bo | admin',
      ],
    ],
  ];
  test.each(cases)('%s', async (name, expected) => {
    knowAccounts();
    const preview = await opened(name);
    expect(preview.questions).toEqual([]);
    expect(await rowsOf(preview)).toEqual(expected);
  });
});

describe('a column of instances', () => {
  beforeEach(knowAccounts);
  const read = (headers: readonly string[], ...cells: readonly string[]): Promise<ImportPreview> =>
    bench.pasted(lines(headers, cells));

  test.each([
    'Instances',
    'AMC instances',
    'planned instances',
    'Instances to add',
    'Instanzen',
    'Instancias',
    'インスタンス',
  ])('is recognized by “%s”, and its cells are added as written', async (header) => {
    const preview = await read(
      ['Account', 'E-mail', 'Name', 'Role', header],
      ...['Copper Kettle Coffee', 'a@agency.example', 'Ann Ames', 'viewer', 'Main; Sandbox'],
    );
    expect(preview.mapping).toMatchObject({ account: 0, emailAddress: 1, role: 3, instances: 4, note: null });
    await rowsOf(preview);
    expect(bench.batches.rowsOf(bench.batchId)).toMatchObject([{ instances: 'Main; Sandbox', note: '' }]);
  });

  test('“Instance” is one beside the account’s own column, and the account without that', async () => {
    const both = await read(
      ['Client', 'E-mail', 'Instance'],
      ...['Copper Kettle Coffee', 'a@agency.example', 'Main'],
    );
    expect(both.mapping).toMatchObject({ account: 0, instances: 2 });
    const alone = await read(['Instance', 'E-mail'], 'Copper Kettle Coffee', 'a@agency.example');
    expect(alone.mapping).toMatchObject({ account: 0, instances: null });
  });

  test('isn’t guessed without a header, and can be selected by hand', async () => {
    const { importId, mapping } = await read(
      ['a@agency.example', 'Ann Ames', 'Main'],
      'b@agency.example',
      'B',
    );
    expect(mapping.instances).toBeNull();
    await rowsOf(
      { ...(await bench.imports.preview(bench.batchId, { importId })) },
      { mapping: { ...mapping, note: null, instances: 2 } },
    );
    expect(bench.batches.rowsOf(bench.batchId).map(({ instances }) => instances)).toEqual(['Main', '']);
  });

  test('counts in the preview what the check will find in it', async () => {
    const account = bench.account('ENTITY9', 'Larkspur Skincare');
    addListedInstances(bench.store.db, account, { Main: [] });
    const { problems } = await bench.pasted(
      lines(
        ['Account', 'E-mail', 'Name', 'Role', 'Instances'],
        ['Larkspur Skincare', 'a@agency.example', 'Ann Ames', 'viewer', 'Mian'],
        ['Larkspur Skincare', 'b@agency.example', 'Ben Bo', 'viewer', 'main'],
      ),
    );
    expect(problems).toMatchObject([{ reason: 'Unknown instance', column: 'instances', rows: 1 }]);
  });
});

test.each(['odd-names.csv', 'odd-roles.csv'])(
  'odd cells do not change what a column is: %s',
  async (name) => {
    const { mapping, headerRow, leftOut, rows, added } = await opened(name);
    expect(mapping).toMatchObject({ account: 0, emailAddress: 1, userName: 2, role: 3, note: null });
    expect([headerRow, leftOut, added]).toEqual([1, [], rows]);
  },
);

test('an agency’s list: titles and equal rows are left out, and every typo in an account’s name is confirmed', async () => {
  const names = [
    'Alpenquell Getränke',
    'Brightside Foods',
    'Copper Kettle Coffee',
    'Hansehaus Möbel',
    'Juniper & Pine Home',
  ];
  const others = [
    'Kieselstein Kosmetik',
    'Larkspur Skincare',
    'Lindenhof Naturkost',
    'Maple Row Toys',
    'Nordlicht Elektronik',
  ];
  const last = ['Redwood Pet Supply', 'Rheinblick Optik', 'Silbertal Sport', 'Tidewater Outdoor'];
  for (const [at, name] of [...names, ...others, ...last].entries()) bench.account(`ENTITY${at}`, name);
  const preview = await opened('onboarding.csv');
  expect(preview).toMatchObject({
    headerRow: 3,
    mapping: { account: 0, emailAddress: 1, userName: 2, role: 3, note: 4 },
    rows: 300,
    added: 296,
    leftOut: [
      { reason: 'aboveHeader', rowNumbers: [1, 2] },
      { reason: 'duplicates', rowNumbers: [108, 122, 137, 154] },
    ],
  });
  const matches = preview.accounts.filter(({ match }) => match !== 'name');
  expect(Object.fromEntries(matches.map((each) => [each.text, each.accountName]))).toEqual({
    'Alpenquell Getranke': 'Alpenquell Getränke',
    'Brightside Food': 'Brightside Foods',
    'Hansehaus Moebel': 'Hansehaus Möbel',
    'Nordlicht Electronic': 'Nordlicht Elektronik',
    'copper kettle coffe': 'Copper Kettle Coffee',
    'Zephyr Motors': null,
  });
});

test('a lead and a deputy need a selection', async () => {
  const { questions } = await opened('lead-and-deputy.txt');
  expect(questions).toEqual([{ kind: 'addressColumn', columns: [1, 2] }]);
});

describe('given and family names are joined in reading order', () => {
  test.each([
    ['First Name', 'Last Name', 'Ann', 'Ames', 'Ann Ames'],
    ['Given name*', 'Surname', 'Ann', 'Ames', 'Ann Ames'],
    ['Name', 'Surname', 'Ann', 'Ames', 'Ann Ames'],
    ['Vorname', 'Name', 'Jörg', 'Müßig', 'Jörg Müßig'],
    ['Vorname', 'Familienname', 'Jörg', 'Müßig', 'Jörg Müßig'],
    ['Prénom', 'Nom', 'Zoé', 'Dupont', 'Zoé Dupont'],
    ['PRENOM', 'Nom de famille', 'Zoé', 'Dupont', 'Zoé Dupont'],
    ['Nombre', 'Apellidos', 'Íñigo', 'Pérez Gil', 'Íñigo Pérez Gil'],
    ['Nome', 'Cognome', 'Luca', 'Rossi', 'Luca Rossi'],
    ['Nome', 'Sobrenome', 'João', 'Silva', 'João Silva'],
    ['Voornaam', 'Achternaam', 'Sanne', 'de Vries', 'Sanne de Vries'],
    ['Förnamn', 'Efternamn', 'Åsa', 'Öberg', 'Åsa Öberg'],
    ['名', '姓', '太郎', '山田', '山田太郎'],
    ['名', '氏', 'Taro', 'Yamada', 'Yamada Taro'],
    ['名字', '姓氏', '伟', '王', '王伟'],
    ['이름', '성', '민수', '김', '김민수'],
    ['First name', 'Last name', '太郎', '山田', '山田太郎'],
    ['First name', 'Last name', 'Cher', '', 'Cher'],
  ])('%s and %s', async (givenHeader, familyHeader, given, family, name) => {
    const table = [
      ['E-mail', familyHeader, givenHeader],
      ['a@x.example', family, given],
    ];
    expect((await bench.pasted(lines(...table))).sampleNames).toEqual([name]);
    expect((await bench.added(lines(...table)))[0]?.userName).toBe(name);
  });

  test.each([
    ['Vorname Nachname', 'Ann Ames'],
    ['Name, Vorname', 'Ames, Ann'],
    ['First and last name', 'Ann Ames'],
    ['姓名', '王伟'],
    ['Nombre y apellidos', 'Ann Ames'],
  ])('one column with both is used as it is: %s', async (header, name) => {
    const text = lines(['E-mail', header], ['a@x.example', name]);
    expect((await bench.added(text))[0]?.userName).toBe(name);
  });

  test('a full name beside its parts is used as it is, unless it is empty', async () => {
    const headers = ['E-mail', 'First name', 'Last name', 'Display name'];
    const full = lines(headers, ['a@x.example', 'Ann', 'Ames', 'Annie Ames']);
    expect((await bench.added(full))[0]?.userName).toBe('Annie Ames');
  });
});

describe('addresses of other people are never preselected', () => {
  test.each([
    ...[
      'Manager Email',
      'Account Owner',
      'Requester',
      'Created by',
      'CC',
      'Recovery email',
      'Supervisor',
      'Approver',
    ],
    ...[
      'Vorgesetzter E-Mail',
      'Inhaber',
      'Antragsteller',
      'Erstellt von',
      'E-Mail Genehmiger',
      'Vorgesetztenmail',
    ],
    ...['E-mail du responsable', 'Demandeur', 'Créé par', 'Adresse de secours', 'Propriétaire'],
    ...['Correo del gerente', 'Solicitante', 'Creado por', 'Correo de respaldo', 'Propietario', 'Jefe'],
    ...['Email del responsabile', 'Richiedente', 'Creato da', 'Proprietario', 'Approvatore'],
    ...['上司のメール', '申請者', '作成者', '承認者メールアドレス', 'マネージャー'],
    ...['经理邮箱', '申请人', '创建人', '审批人邮箱', '抄送', '负责人'],
  ])('%s', async (header) => {
    const people = [
      ['boss@x.example', 'ann@x.example', 'Ann'],
      ['boss@x.example', 'ben@x.example', 'Ben'],
    ];
    const { mapping, questions } = await bench.pasted(lines([header, 'Work e-mail', 'Name'], ...people));
    expect(mapping).toMatchObject({ emailAddress: 1, userName: 2, note: null, account: null, role: null });
    expect(questions).toEqual([]);
    const alone = people.map(([other = '', , name = '']) => [other, name]);
    const only = await bench.pasted(lines([header, 'Name'], ...alone));
    expect(only.mapping.emailAddress).toBeNull();
    expect(only.questions).toEqual([{ kind: 'addressColumn', columns: [0] }]);
  });
});

describe('two columns of addresses', () => {
  const text = lines(
    ['Team', 'Lead', 'Deputy'],
    ['Media', 'ann@x.example', 'ben@x.example'],
    ['Search', 'cy@x.example', 'dee@x.example'],
  );

  test('need an answer, and nothing is added before a person gives one', async () => {
    const preview = await bench.pasted(text);
    expect(preview).toMatchObject({
      mapping: { emailAddress: null, userName: null, note: null },
      questions: [{ kind: 'addressColumn', columns: [1, 2] }],
    });
    const { importId, mapping } = preview;
    const { imports, batchId } = bench;
    await expect(imports.add(batchId, { importId })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Select the column with the people to invite') as string,
    });
    // Another column's mapping isn't an answer.
    await expect(imports.add(batchId, { importId, mapping: { ...mapping, note: 0 } })).rejects.toThrow();
    expect(bench.batches.rowsOf(batchId)).toEqual([]);
    expect(await rowsOf(preview, { mapping: { ...mapping, emailAddress: 2 } })).toEqual([
      ' | ben@x.example |  | ',
      ' | dee@x.example |  | ',
    ]);
  });

  test('can both be people to invite', async () => {
    const preview = await bench.pasted(text);
    const mapping = { ...preview.mapping, emailAddress: 1, moreAddresses: [2], note: 0 };
    const { severalPeople, added } = await bench.imports.preview(bench.batchId, {
      importId: preview.importId,
      mapping,
    });
    expect([severalPeople, added]).toEqual([{ rows: 2, people: 4, rowNumbers: [2, 3] }, 4]);
    await bench.imports.add(bench.batchId, { importId: preview.importId, mapping });
    expect(bench.batches.rowsOf(bench.batchId).map((row) => [row.emailAddress, row.note])).toEqual([
      ['ann@x.example', 'Media'],
      ['ben@x.example', 'Media'],
      ['cy@x.example', 'Search'],
      ['dee@x.example', 'Search'],
    ]);
  });

  test('need no answer if no column has people to invite', async () => {
    const preview = await bench.pasted(text);
    const { importId, mapping } = preview;
    const options = { importId, mapping: { ...mapping, userName: 0 }, withoutAddresses: true };
    expect(await bench.imports.add(bench.batchId, options)).toMatchObject({ added: 2 });
  });

  test('need no answer if they are equal, or one of them has a clear header', async () => {
    const same = lines(['login', 'mail of the new one'], ['a@x.example', 'A@x.example']);
    expect((await bench.pasted(same)).questions).toEqual([]);
    const named = await bench.pasted(lines(['Lead', 'E-mail'], ['b@x.example', 'a@x.example']));
    expect(named).toMatchObject({ mapping: { emailAddress: 1 }, questions: [] });
  });

  test('are never used as a name or a note', async () => {
    const { mapping } = await bench.pasted(
      lines(['E-mail', 'Name', 'Note'], ['a@x.example', 'b@x.example', 'c@x.example']),
    );
    expect(mapping).toMatchObject({ emailAddress: 0, userName: null, note: null });
  });
});

describe('several people in one row', () => {
  test.each([
    ['ann@x.example; ben@x.example', 'Team', ['ann@x.example Team', 'ben@x.example Team']],
    ['ann@x.example, ben@x.example', 'Ann / Ben', ['ann@x.example Ann', 'ben@x.example Ben']],
    ['ann@x.example / ben@x.example', '', ['ann@x.example ', 'ben@x.example ']],
    ['ann@x.example and ben@x.example', 'Ann & Ben', ['ann@x.example Ann', 'ben@x.example Ben']],
    ['Ann Ames <ann@x.example>; ben@x.example', '', ['ann@x.example Ann Ames', 'ben@x.example ']],
    ['ann@x.example; ben@; cy@x.example', '', ['ann@x.example ', 'cy@x.example ', 'ben@ ']],
  ])('become several: %j', async (addresses, name, expected) => {
    const text = lines(['E-mail', 'Name', 'Role'], [addresses, name, 'viewer']);
    const { severalPeople } = await bench.pasted(text);
    expect(severalPeople).toEqual({ rows: 1, people: expected.length, rowNumbers: [2] });
    const rows = await bench.added(text);
    expect(rows.map((row) => `${row.emailAddress} ${row.userName}`)).toEqual(expected);
    expect(rows.every(({ role, source }) => role === 'viewer' && source?.rowNumber === 2)).toBe(true);
  });
});

describe('what is left out is listed, with row numbers:', () => {
  const leftOutOf = async (preview: Promise<ImportPreview>): Promise<unknown> =>
    Object.fromEntries(
      (await preview).leftOut.map(({ reason, count, rowNumbers, names }) => [
        reason,
        [count, ...rowNumbers, ...names],
      ]),
    );

  test('title lines and totals', async () => {
    expect(await leftOutOf(opened('title-lines-and-totals.csv'))).toEqual({
      aboveHeader: [2, 1, 2],
      totals: [1, 7],
    });
  });

  test('the upper of two header rows', async () => {
    expect(await leftOutOf(opened('two-header-rows.csv'))).toMatchObject({ aboveHeader: [1, 1] });
  });

  test('repeated headers, empty columns and equal rows; rows read equal rows added and rows left out', async () => {
    const preview = await bench.pasted(
      lines(
        ['E-mail', 'Name', 'Phone', '', 'Role'],
        ['a@x.example', 'A', '', '', 'viewer'],
        ['E-MAIL', 'name', 'phone', '', 'role'],
        ['a@x.example', 'A', '', '', 'viewer'],
        ['Summe:', '', '', '', '2'],
        ['b@x.example', 'B', '', '', 'viewer'],
      ),
    );
    expect(await leftOutOf(Promise.resolve(preview))).toEqual({
      repeatedHeaders: [1, 3],
      duplicates: [1, 4],
      totals: [1, 5],
      emptyColumns: [2, 'Phone', 'Column D'],
    });
    expect(preview.added).toBe(2);
  });

  test.each([
    ['Total Wine & More', 'a@x.example', 'Ann'],
    ['Total Wine & More', '', 'Ann'],
    ['Total', '', 'Ann'],
  ])('but a person’s row is not a total: %j', async (...cells) => {
    const { added } = await bench.pasted(
      lines(['Account', 'E-mail', 'Name'], ['A', 'b@x.example', 'B'], cells),
    );
    expect(added).toBe(2);
  });
});

describe('the header row', () => {
  const text = lines(
    ['List of', 'people'],
    ['Account', 'Name'],
    ['Wohin', 'Wer', 'Adresse'],
    ['Here', 'Ann', 'a@x.example'],
  );

  test('can be moved, or turned off', async () => {
    const { importId, headerRow, topRows } = await bench.pasted(text);
    expect([headerRow, topRows.map(({ rowNumber }) => rowNumber)]).toEqual([2, [1, 2, 3, 4]]);
    const moved = await bench.imports.preview(bench.batchId, { importId, headerRow: 3 });
    expect(moved).toMatchObject({
      headerRow: 3,
      rows: 1,
      leftOut: [{ reason: 'aboveHeader', rowNumbers: [1, 2] }],
    });
    const none = await bench.imports.preview(bench.batchId, { importId, headerRow: null });
    expect(none).toMatchObject({ headerRow: null, rows: 4, headers: [] });
  });

  test.each([
    [[['Prepared by ops@x.example'], ['E-mail', 'Name'], ['a@x.example', 'Ann']], 2],
    [
      [
        ['a@x.example', 'Ann'],
        ['b@x.example', 'Note'],
      ],
      null,
    ],
    [
      [
        ['Where', 'Who'],
        ['Konto', 'E-Mail'],
        ['Here', 'a@x.example'],
      ],
      2,
    ],
    [
      [
        ['Quux', 'Quuz'],
        ['Here', 'a@x.example'],
      ],
      1,
    ],
  ])('of %j is %j', async (rows, expected) => {
    expect((await bench.pasted(lines(...rows))).headerRow).toBe(expected);
  });
});

test('columns are labeled: by letter and first value if the header is empty, with the letter if two have the same name', async () => {
  const { columns } = await bench.pasted(
    lines(
      ['', 'E-mail', 'E-mail', 'Name *'],
      ['', 'a@x.example', '', 'Ann'],
      ['Quite a long text for a cell', '', '', ''],
    ),
  );
  expect(columns.map(({ name }) => name)).toEqual([
    'Column A (“Quite a long text for a…”)',
    'E-mail (column B)',
    'E-mail (column C)',
    'Name',
  ]);
});

describe('a remembered mapping', () => {
  test('does not override what the rows contain', async () => {
    const headers = ['Wer', 'Wo', 'Was'];
    const mapping = {
      ...{
        account: null,
        moreAddresses: [],
        givenName: null,
        familyName: null,
        role: null,
        note: null,
        instances: null,
      },
      ...{ emailAddress: 0, userName: 1 },
    };
    await bench.added(lines(headers, ['a@x.example', 'Ann', '']), { mapping });
    const other = await bench.pasted(lines(headers, ['Ann', '', 'a@x.example']));
    expect(other.mapping).toMatchObject({ emailAddress: 2, userName: null });
    const same = await bench.pasted(lines(headers, ['b@x.example', 'Ben', 'x']));
    expect(same.mapping).toEqual(mapping);
  });

  test('from before names had parts is read, and the parts are found', async () => {
    const headers = ['First name', 'Last name', 'E-mail'];
    bench.store.db
      .prepare('INSERT INTO import_mappings (headers, mapping, used_at) VALUES (?, ?, 1)')
      .run(
        JSON.stringify(['firstname', 'lastname', 'email']),
        JSON.stringify({ account: null, emailAddress: 2, userName: null, role: null, note: null }),
      );
    const { sampleNames } = await bench.pasted(lines(headers, ['Ann', 'Ames', 'a@x.example']));
    expect(sampleNames).toEqual(['Ann Ames']);
  });
});
