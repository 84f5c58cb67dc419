import { describe, expect, test } from 'vitest';
import { amazonErrorText } from '../../../main/amazonAds/client/errorBody';
import { readPastedText } from '../../../main/batches/tables/text/readPastedText';
import { readPasted } from '../../../renderer/features/batches/gridModel/commands/clipboardText';
import { rowLocalFindings } from '../../../shared/domain/batch/rules/checkRow';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { parsePeople } from '../../../shared/domain/invitation/parsePeople';
import { isEmailAddress } from '../../../shared/domain/invitation/person';
import { defaultSettings, settings } from '../../../shared/domain/settings';
import { escapedCell, unescapedCell } from '../../../shared/text/csvFormulas';
import { oneLine } from '../../../shared/text/oneLine';
import { tidyAddress } from '../../../shared/people/addressRepair';
import { unwrappedName } from '../../../shared/people/names';
import { parseRedeemText } from '../../../shared/domain/redeem/parseText';
import { roleOfText } from '../../../shared/domain/batch/rules/roleWords';

/** Each is 100,000 characters: anything quadratic doesn't finish within a test. */
const texts = Object.entries({
  blanks: ' ',
  'blanks and line breaks': '  \n',
  'line breaks': '\n',
  tabs: '\t',
  commas: 'a,',
  semicolons: 'a;',
  'quotation marks': '"',
  'backslashes and quotation marks': '"\\',
  'opened brackets': '<',
  'brackets and blanks': '< ',
  'at signs': '@',
  'brackets and at signs': '<@',
  dots: '.',
  'dots and at signs': '.@',
  'plus signs': '+',
  apostrophes: "'",
  'equal signs': '=;',
  'scripts that are opened': '<script',
  'punctuation at the end': ';:>"',
  'links that are begun': 'https://a',
  'links of ours that are begun': 'amc-access://redeem/',
  braces: '{a',
  letters: 'a',
  'marks of print': '“(„«‘',
  'marks of print around blanks': ',“ ”x',
  'marks of print around commas': '“,”',
  'cells with line ends': '"@;\n";',
  bullets: '•- 1. ',
  'bullets without blanks': '--',
  'encoded words that are begun': '=?a?Q?',
  'tags that are begun': '<a',
  'characters that cannot be seen': '\u200B\u200D ',
  'foreign letters': 'а@',
  'an opened bracket once': ' @',
}).map(([what, piece]): [string, string] => [
  what,
  // What follows them keeps a pattern from matching, which is when it tries everything.
  `${what === 'an opened bracket once' ? '<' : ''}${piece.repeat(Math.ceil(100_000 / piece.length))}x`,
]);

const rowOf = (text: string): BatchRowInput => ({
  rowId: 'row-0001',
  position: 1,
  account: null,
  accountText: text,
  emailAddress: text,
  userName: text,
  role: text,
  note: text,
  instances: text,
});

const readers: [string, (text: string) => unknown][] = [
  ['people', (text) => parsePeople(text)],
  ['what is pasted into the grid', (text) => readPasted(text, 'emailAddress')],
  ['what is pasted into a note', (text) => readPasted(text, 'note')],
  ['what is pasted as a table', (text) => readPastedText(text, 'Pasted text', ';')],
  ['redeem links', (text) => parseRedeemText(text)],
  ['cells that may be formulas', (text) => unescapedCell(escapedCell(text))],
  ['one line', (text) => oneLine(text)],
  ['an address', (text) => isEmailAddress(text)],
  ['what is found in a row', (text) => rowLocalFindings(rowOf(text))],
  ['a name', (text) => unwrappedName(text)],
  ['an address as it was meant', (text) => tidyAddress(text)],
  ['a role', (text) => roleOfText(text)],
  ['Amazon’s words', (text) => amazonErrorText(text, undefined, 'secret')],
  ['domains in the settings', (text) => settings.safeParse({ ...defaultSettings, allowedDomains: [text] })],
];

describe.each(readers)('reading %s', (_what, read) => {
  test.each(texts)('ends in time with %s', (_of, text) => {
    expect(() => {
      try {
        read(text);
      } catch (thrown) {
        // A refusal with a sentence for people is an answer too.
        expect(thrown).toHaveProperty('code', 'INVALID_INPUT');
      }
    }).not.toThrow();
  });
});
