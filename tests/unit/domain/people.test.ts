import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matching } from '../../support/fixtures/matching';
import { parsePeople } from '../../../shared/domain/invitation/parsePeople';
import { emailAddress, mailboxKey } from '../../../shared/domain/invitation/person';

const jane = { emailAddress: 'jane.doe@example.com', userName: 'Jane Doe' };
const sam = { emailAddress: 'sam@example.com', userName: 'Sam O’Neil' };
const named = [jane, sam].map((person) => ({ ...person, nameGuessed: false }));

describe('people in pasted text', () => {
  test.each([
    [
      'names with addresses, one per line',
      'Jane Doe <jane.doe@example.com>\r\nSam O’Neil <sam@example.com>\n',
    ],
    ['separated by semicolons', 'Jane Doe <jane.doe@example.com>; Sam O’Neil <sam@example.com>;'],
    ['separated by commas', 'Jane Doe <jane.doe@example.com>, Sam O’Neil <sam@example.com>'],
    ['quoted names', '"Jane Doe" <jane.doe@example.com>; \'Sam O’Neil\' <sam@example.com>'],
    ['spreadsheet columns', 'Jane Doe\tjane.doe@example.com\nSam O’Neil\tsam@example.com'],
    ['columns in reverse order', 'jane.doe@example.com\tJane Doe\nsam@example.com\tSam O’Neil'],
    ['first and last name in columns', 'Jane\tDoe\tjane.doe@example.com\nSam\tO’Neil\tsam@example.com'],
    ['comma-separated lines', 'Jane Doe,jane.doe@example.com\nSam O’Neil, sam@example.com'],
    ['address first in comma-separated lines', 'jane.doe@example.com,Jane Doe\nsam@example.com,Sam O’Neil'],
    ['one long line of pairs', 'Jane Doe, jane.doe@example.com, Sam O’Neil, sam@example.com'],
    ['one long line of pairs, address first', 'jane.doe@example.com, Jane Doe, sam@example.com, Sam O’Neil'],
    ['words', 'Jane Doe jane.doe@example.com\nSam O’Neil mailto:sam@example.com'],
  ])('%s', (_form, text) => {
    expect(parsePeople(text)).toEqual({ people: named, problems: [] });
  });

  test.each([
    '"Doe, Jane" <jane.doe@example.com>',
    'Doe, Jane <jane.doe@example.com>',
    '"Doe, Jane",jane.doe@example.com',
    '"Doe, Jane"\tjane.doe@example.com',
  ])('a last name before a comma is kept in %s', (text) => {
    expect(parsePeople(text).people).toEqual([
      { emailAddress: 'jane.doe@example.com', userName: 'Doe, Jane', nameGuessed: false },
    ]);
  });

  test.each([
    ['jane.doe@example.com', 'Jane Doe'],
    ['<jane_van-doe+amc@example.com>', 'Jane Van Doe'],
    ['j@example.com', 'J'],
  ])('the name for the bare address %s is guessed, and marked as a guess', (text, userName) => {
    expect(parsePeople(text).people).toMatchObject([{ userName, nameGuessed: true }]);
  });

  test('bare addresses may be separated by anything', () => {
    const text = 'a@example.com b@example.com,c@example.com;d@example.com\te@example.com\nf@example.com';
    expect(parsePeople(text).people.map((person) => person.emailAddress[0])).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ]);
  });

  test('the same address again in another case is a problem and is added once', () => {
    const { people, problems } = parsePeople('Jane <JANE@example.com>\njane@example.com');
    expect(people).toEqual([{ emailAddress: 'JANE@example.com', userName: 'Jane', nameGuessed: false }]);
    expect(problems).toEqual([{ text: 'jane@example.com', message: matching(/duplicate/) }]);
  });

  test.each([
    ['Jane Doe', /No email address/],
    ['jane@', /not an email address/],
    ['Jane <jane@example>', /not an email address/],
    ['Jane <>', /No email address/],
    ['"unclosed <jane@example.com', /not an email address/],
  ])('%s is a problem, kept as it was pasted', (text, message) => {
    expect(parsePeople(text)).toEqual({
      people: [],
      problems: [{ text, message: matching(message) }],
    });
  });

  test('one bad line affects no other', () => {
    const { people, problems } = parsePeople('Name\tE-mail\nJane Doe\tjane.doe@example.com\nsam@');
    expect(people).toEqual([{ ...jane, nameGuessed: false }]);
    expect(problems.map(({ text }) => text)).toEqual(['Name', 'E-mail', 'sam@']);
  });

  test('whatever is pasted: no exception, only valid, different addresses, no empty names', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '<', '>', ',', ';', '\t', '\n', ' ', '@', '\\', 'Jane', 'a@example.com', "'"),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { people, problems } = parsePeople(pieces.join(''));
        for (const person of people) {
          expect(emailAddress.safeParse(person.emailAddress).success).toBe(true);
          expect(person.userName.trim()).not.toBe('');
        }
        expect(new Set(people.map((person) => mailboxKey(person.emailAddress))).size).toBe(people.length);
        for (const { text } of problems) expect(text.trim()).not.toBe('');
      }),
    );
  });

  test('a person written as Name <address> is found again', () => {
    const namePart = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,12}$/);
    const person = fc.record({
      emailAddress: fc.stringMatching(/^[a-z]{1,9}[0-9]{1,4}$/).map((local) => `${local}@example.com`),
      userName: fc.array(namePart, { minLength: 1, maxLength: 3 }).map((nameParts) => nameParts.join(' ')),
    });
    const list = fc.uniqueArray(person, { selector: (one) => one.emailAddress, maxLength: 20 });
    const separator = fc.constantFrom('\n', '\r\n', ';', ', ', ' ; ', '\t');
    fc.assert(
      fc.property(list, separator, (people, between) => {
        const text = people.map((one) => `${one.userName} <${one.emailAddress}>`).join(between);
        expect(parsePeople(text)).toEqual({
          people: people.map((one) => ({ ...one, nameGuessed: false })),
          problems: [],
        });
      }),
    );
  });
});
