import { expect, test } from 'vitest';
import { parsePeople } from '../../../shared/domain/invitation/parsePeople';

const ann = { emailAddress: 'ann@agency.example', userName: 'Ann Ames', nameGuessed: false };
const ben = { emailAddress: 'ben@agency.example', userName: 'Ben Bo', nameGuessed: false };
const cy = { emailAddress: 'cy@agency.example', userName: 'Cy Cole', nameGuessed: false };

test.each([
  [
    'addresses with links',
    'ann@agency.example<mailto:ann@agency.example>',
    [{ ...ann, userName: 'Ann', nameGuessed: true }],
  ],
  ['links of Markdown', '[Ann Ames](mailto:ann@agency.example)', [ann]],
  ['names in parentheses', 'ann@agency.example (Ann Ames), ben@agency.example (Ben Bo)', [ann, ben]],
  [
    'email headers',
    'To: Ann Ames <ann@agency.example>; Ben Bo <ben@agency.example>\nCc: Cy Cole <cy@agency.example>',
    [ann, ben, cy],
  ],
  [
    'typographic quotation marks',
    '“Ames, Ann” <ann@agency.example>, ‘Ben Bo’ <ben@agency.example>; „Cole, Cy“ <cy@agency.example>',
    [{ ...ann, userName: 'Ames, Ann' }, ben, { ...cy, userName: 'Cole, Cy' }],
  ],
  [
    'Japanese punctuation',
    '山田太郎 <ann＠agency.example>；佐藤花子 <ben@agency.example>、鈴木 <cy@agency.example>',
    [
      { ...ann, userName: '山田太郎' },
      { ...ben, userName: '佐藤花子' },
      { ...cy, userName: '鈴木' },
    ],
  ],
  [
    'dashes and colons',
    'Ann Ames - ann@agency.example\nBen Bo – ben@agency.example\nCy Cole: cy@agency.example',
    [ann, ben, cy],
  ],
  [
    'bullets and numbers',
    '• Ann Ames <ann@agency.example>\n2. Ben Bo <ben@agency.example>\n- Cy Cole, cy@agency.example',
    [ann, ben, cy],
  ],
  ['bullets before bare addresses', '•ann@agency.example', [{ ...ann, userName: 'Ann', nameGuessed: true }]],
  [
    'pipes, with roles',
    'Ann Ames | ann@agency.example | viewer\nBen Bo | ben@agency.example | Administrator',
    [
      { ...ann, role: 'viewer' },
      { ...ben, role: 'admin' },
    ],
  ],
  ['a last name that is a role', 'Ann\tReader\tann@agency.example', [{ ...ann, userName: 'Ann Reader' }]],
  ['encoded words', '=?utf-8?Q?Ann_Ames?= <ann@agency.example>; Ben Bo <ben@agency.example>', [ann, ben]],
  [
    'an address as a name',
    'ann@old.example <ann@agency.example>',
    [{ ...ann, userName: 'Ann', nameGuessed: true }],
  ],
  [
    'names that are nobody’s',
    '#N/A <ann@agency.example>; 42, ben@agency.example',
    [
      { ...ann, userName: 'Ann', nameGuessed: true },
      { ...ben, userName: 'Ben', nameGuessed: true },
    ],
  ],
  ['spreadsheet apostrophes', "'Ann Ames\t'ann@agency.example", [ann]],
  ['invisible characters', 'Ann\u200B Ames <\u200Bann@agency.example\u200B>', [ann]],
])('people are read through %s', (_, text, people) => {
  expect(parsePeople(text)).toEqual({ people, problems: [] });
});

test('a name inside an Exchange server is not an address, and the problem says so', () => {
  const text = 'Ann Ames </o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=abc-ann>';
  const { people, problems } = parsePeople(`${text}; Ben Bo <ben@agency.example>`);
  expect(people).toEqual([ben]);
  expect(problems).toEqual([
    { text, message: expect.stringContaining('inside an Exchange server') as string },
  ]);
});

test('a look-alike is not corrected without a person’s click', () => {
  const { people, problems } = parsePeople('Ann <ann@ag\u0435ncy.example>');
  expect(people).toEqual([]);
  expect(problems[0]?.message).toContain('is Cyrillic and only looks like “e”');
});
