import { describe, expect, test } from 'vitest';
import { mayName, sieveOf } from '../../../../main/people/erasing/nameSieve';
import type { PersonFacts } from '../../../../main/people/erasing/personFacts';
import { createReplacing } from '../../../../main/people/erasing/replaceText';

const facts: PersonFacts = {
  addresses: ['ann@acme.com'],
  users: [{ realm: 'amazon', userId: 'amzn1.account.ANN' }],
  invitationIds: ['invitation-77', 'short'],
  names: ['Ann Lefèvre', 'Ann', 'A"B C\\D'],
  masks: ['a***@a***.com'],
};
const replacing = createReplacing(facts, 3);
const other = (text: string): string => replacing.text(text, false);
const own = (text: string): string => replacing.text(text, true);
const [address, name] = ['erased-3@erased.invalid', 'Erased person 3'];

describe('in any text', () => {
  test.each([
    ['ANN@Acme.com', address],
    ['Write to Ann@ACME.com.', `Write to ${address}.`],
    ['<ann@acme.com>, bob@acme.com', `<${address}>, bob@acme.com`],
    ['ann@acme.com.csv', `${address}.csv`],
    ['mailto:ann@acme.com?subject=x', `mailto:${address}?subject=x`],
    ['ann lefèvre said so', `${name} said so`],
    ['Ann  Lefe\u0300vre', name],
    ['LEFÈVRE, Ann', name],
    ['user amzn1.account.ANN is gone', 'user erased-3 is gone'],
    ['invitation-77', 'erased-3'],
    ['short', 'erased-3-2'],
  ])('%s', (text, expected) => {
    expect(other(text)).toBe(expected);
  });

  test.each([
    'mary-ann@acme.com',
    'joann@acme.com',
    'ann@acme.com.au',
    'ann@acme.community',
    'Joann Lefèvre',
    'Ann Lefèvres',
    'Ann said so',
    'a***@a***.com',
    'amzn1.account.ANNA',
    'a short word',
    'decomposed e\u0300 stays as it is',
  ])('%s stays', (text) => {
    expect(other(text)).toBe(text);
  });
});

test('in text about the person, masks and single names too', () => {
  expect(own('Ann, a***@a***.com, but not Anna')).toBe(`${name}, ${address}, but not Anna`);
});

describe('in JSON', () => {
  test('an object with the address or an ID is about the person; others only mention them', () => {
    const json = JSON.stringify({
      people: [
        { emailAddress: 'Ann@acme.com', userName: 'Ann', n: 1.5 },
        { emailAddress: 'ann@else.com', userName: 'ANN Lefèvre', note: 'Not Ann Lefèvre' },
      ],
      'invitation-77': null,
    });
    expect(JSON.parse(replacing.json(json, false))).toEqual({
      people: [
        { emailAddress: address, userName: name, n: 1.5 },
        { emailAddress: 'ann@else.com', userName: 'ANN Lefèvre', note: `Not ${name}` },
      ],
      'erased-3': null,
    });
  });

  test('what needs escaping is found', () => {
    const json = JSON.stringify({ message: 'For A"B C\\D' });
    expect(mayName(sieveOf([facts]), json)).toBe(true);
    expect(JSON.parse(replacing.json(json, false))).toEqual({ message: `For ${name}` });
  });

  test('what names nobody keeps its bytes, and what isn’t JSON is text', () => {
    expect(replacing.json('{ "a": 1.0 }', false)).toBe('{ "a": 1.0 }');
    expect(replacing.json('{ann@acme.com', false)).toBe(`{${address}`);
  });
});

test('who did something', () => {
  expect(replacing.actor('Annie <ann@acme.com>')).toBe(`${name} <${address}>`);
  expect(replacing.actor('Ann <bob@acme.com>')).toBe('Ann <bob@acme.com>');
  expect(replacing.actor('ann@acme.com')).toBe(address);
});

test('nobody without facts is found in nothing', () => {
  const nobody: PersonFacts = { addresses: [], users: [], invitationIds: [], names: [], masks: [] };
  expect(mayName(sieveOf([nobody]), 'anything')).toBe(false);
});
