import { describe, expect, test } from 'vitest';
import { rowLocalFindings } from '../../../shared/domain/batch/rules/checkRow';
import type { RowFinding } from '../../../shared/domain/batch/batch';
import { personName } from '../../../shared/domain/invitation/person';
import { unwrappedName } from '../../../shared/people/names';

const found = (userName: string): RowFinding | undefined =>
  rowLocalFindings({
    rowId: 'row-0001',
    position: 1,
    account: { connectionId: 'main', accountId: 'A1' },
    accountText: 'Acme US',
    emailAddress: 'ann.ames@agency.example',
    userName,
    role: 'viewer',
    note: '',
    instances: '',
  })[0];

describe('a name', () => {
  test.each([
    ['Ann  Ames', 'Ann Ames'],
    ['Ann\r\nAmes', 'Ann Ames'],
    [' Ann\u00A0Ames\u3000', 'Ann Ames'],
    ['\uFEFFAnn', 'Ann'],
    ['Ann \u{1F469}\u200D\u{1F4BB}', 'Ann \u{1F469}\u200D\u{1F4BB}'],
    ['نیلوفر می\u200Cرود', 'نیلوفر می\u200Cرود'],
    ['é', 'é'],
    ['e\u0301lan', 'e\u0301lan'],
    ["'t Hooft", "'t Hooft"],
    ['O’Neil-Śmith, Jr.', 'O’Neil-Śmith, Jr.'],
    ['Nan Null', 'Nan Null'],
    ['Ann Ames (Media)', 'Ann Ames (Media)'],
    ['Петя Ames', 'Петя Ames'],
    ['王伟', '王伟'],
  ])('is accepted without a finding and sent on one line: %j', (typed, sent) => {
    expect(found(typed)).toBeUndefined();
    expect(personName.parse(typed)).toBe(sent);
  });

  test.each(['\u200B', '\u00A0', '\u3000', '\u200B\u202E \u2060', '\u200D', '\u3164', ''])(
    'without visible characters is missing, and guessed from the address: %j',
    (typed) => {
      expect(found(typed)).toMatchObject({
        code: 'NAME_MISSING',
        level: 'error',
        fix: { value: 'Ann Ames' },
      });
      expect(personName.safeParse(typed).success).toBe(false);
    },
  );

  test.each([
    '#N/A',
    '#NV',
    '#NAME?',
    'N/A',
    'NULL',
    'null',
    'undefined',
    'NaN',
    'TRUE',
    '-',
    '42',
    'ben@agency.example',
  ])('that is nobody’s gets a warning: %s', (typed) => {
    expect(found(typed)).toMatchObject({
      code: 'NAME_UNLIKELY',
      level: 'warning',
      fix: { value: 'Ann Ames' },
    });
    expect(found(typed)?.message).toContain('doesn’t look like a person’s name');
  });

  test.each([
    ['Ann\u200B Ames', 'Ann Ames', /a zero-width space, here shown as ␣/],
    ['Ann\u202Eselma', 'Annselma', /a mark of text direction/],
    ['\u0410nn Ames', 'Ann Ames', /“\u0410” .+ is Cyrillic and only looks like “A”/],
  ])('with a disguised character reports it: %j', (typed, fixed, text) => {
    expect(found(typed)).toMatchObject({ code: 'NAME_UNLIKELY', level: 'warning', fix: { value: fixed } });
    expect(found(typed)?.message).toMatch(text);
  });

  test.each([
    '“Ann Ames”',
    '„Ann Ames“',
    '«Ann Ames»',
    '‘Ann Ames’',
    "'Ann Ames'",
    "'Ann Ames",
    '"Ann Ames"',
    '(Ann Ames)',
    '（Ann Ames）',
    '[Ann Ames]',
    '「Ann Ames」',
    '*Ann Ames*',
    '**Ann Ames**',
    '<b>Ann Ames</b>',
    '• Ann Ames',
    '- Ann Ames',
    '-Ann Ames',
    '=Ann Ames',
    "'=Ann Ames",
    '+Ann Ames',
    '@Ann Ames',
    '1. Ann Ames',
    '2) Ann Ames',
    '(3) Ann Ames',
    '#4 Ann Ames',
    'Ann Ames -',
    'Ann Ames –',
    'Ann Ames:',
    'Ann Ames,',
    'Ann Ames |',
    'To: Ann Ames',
    'Cc: "Ann Ames"',
    'From: Ann Ames',
    'An: Ann Ames',
    'À : Ann Ames',
    '收件人：Ann Ames',
    '=?utf-8?Q?Ann_Ames?=',
    '=?UTF-8?B?QW5uIEFtZXM=?=',
    '=?iso-8859-1?Q?Ann?= =?utf-8?Q?_Ames?=',
    '1. “Ann Ames” –',
  ])('in %s is suggested without the characters around it', (typed) => {
    expect(unwrappedName(typed)).toBe('Ann Ames');
    expect(found(typed)).toMatchObject({
      code: 'NAME_UNLIKELY',
      level: 'warning',
      fix: { value: 'Ann Ames' },
    });
  });

  test.each([
    ['=?utf-8?Q?J=C3=B6rg?=', 'Jörg'],
    ['=?windows-1252?Q?J=F6rg?=', 'Jörg'],
    ['=?iso-2022-jp?B?GyRCOzNFRBsoQg==?=', '山田'],
    ['=?x-none?Q?J?=', '=?x-none?Q?J?='],
    ['=?utf-8?B?!?=', '=?utf-8?B?!?='],
  ])('encoded as in mail headers is decoded, if possible: %s', (typed, name) => {
    expect(unwrappedName(typed)).toBe(name);
  });

  test('that is too long may be a wrapped one that fits', () => {
    expect(found(`(${'x'.repeat(120)})`)).toMatchObject({
      code: 'NAME_TOO_LONG',
      fix: { value: 'x'.repeat(120) },
    });
    expect(found('x'.repeat(121))).toMatchObject({ code: 'NAME_TOO_LONG', fix: null });
  });
});
