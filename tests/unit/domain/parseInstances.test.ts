import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInstancesParser, writtenInstances } from '../../../shared/domain/account/parseInstances';

const main = { instanceId: 'amcmain', name: 'Main' };
const media = { instanceId: 'amcmedia', name: 'Média Mix' };
const known = [main, media];
const read = createInstancesParser(known);

describe('what is written about instances', () => {
  test.each([
    ['Main', [main]],
    ['  main ', [main]],
    ['ＭＡＩＮ', [main]],
    ['AMCmain', [main]],
    ['media  mix', [media]],
    ['Main; Média Mix', [main, media]],
    ['Main；amcmedia', [main, media]],
    ['Main\nMédia Mix', [main, media]],
    ['Main; main; amcmain;', [main]],
  ])('%j is found among the account’s instances', (text, plan) => {
    expect(read(text)).toEqual({ plan, unknown: [], ambiguous: [], isUnchecked: false });
  });

  test.each(['all', ' ALL ', 'ａｌｌ', 'All instances', 'alle', 'すべて', '*', 'Main; all'])(
    '%j is all of them',
    (text) => {
      expect(read(text).plan).toBe('all');
      expect(createInstancesParser(null)(text)).toMatchObject({ plan: 'all', isUnchecked: false });
    },
  );

  test.each(['', '  ', ';', ' ; \n'])('%j plans nothing', (text) => {
    expect(read(text)).toEqual({ plan: null, unknown: [], ambiguous: [], isUnchecked: false });
    expect(createInstancesParser(null)(text).isUnchecked).toBe(false);
  });

  test('names what is unknown, and then plans nothing at all', () => {
    expect(read('Main; Mian; Sandbox')).toMatchObject({ plan: null, unknown: ['Mian', 'Sandbox'] });
    expect(createInstancesParser([])('Main').unknown).toEqual(['Main']);
  });

  test('takes names as they are where Amazon never listed the account’s instances', () => {
    expect(createInstancesParser(null)(' Main ; main; Sandbox')).toEqual({
      plan: [
        { instanceId: null, name: 'main' },
        { instanceId: null, name: 'Sandbox' },
      ],
      unknown: [],
      ambiguous: [],
      isUnchecked: true,
    });
  });

  const twin = { instanceId: 'amcother', name: 'MAIN' };

  test('never guesses which of several is meant', () => {
    const alike = createInstancesParser([main, { ...twin, name: 'Main' }]);
    expect(alike('main')).toMatchObject({
      plan: null,
      ambiguous: [
        { text: 'main', fitting: [main, { instanceId: 'amcother', name: 'Main' }], meansAll: false },
      ],
    });
    expect(alike('amcother').plan).toEqual([{ instanceId: 'amcother', name: 'Main' }]);
  });

  test('distinguishes two that differ in case alone by their exact names', () => {
    const alike = createInstancesParser([main, twin]);
    expect(alike('MAIN').plan).toEqual([twin]);
    expect(alike('main').ambiguous).toHaveLength(1);
  });

  test('doesn’t guess where one instance has the word for all as its name', () => {
    const named = createInstancesParser([main, { instanceId: 'amcall', name: 'All' }]);
    expect(named('all')).toMatchObject({ plan: null, ambiguous: [{ text: 'all', meansAll: true }] });
    expect(named('amcall').plan).toEqual([{ instanceId: 'amcall', name: 'All' }]);
  });

  test('knows names with a ";" in them', () => {
    const odd = { instanceId: 'amcodd', name: 'EU; UK' };
    expect(createInstancesParser([main, odd])('EU; UK').plan).toEqual([odd]);
    expect(writtenInstances([main, odd])).toBe('Main; amcodd');
  });

  test('reads its own writing: the same instances come back, whatever they are called', () => {
    const name = fc.oneof(
      fc.constantFrom('Main', 'main', 'All', 'EU; UK', 'a', 'Á'),
      fc.string({ minLength: 1 }),
    );
    const instances = fc
      .uniqueArray(name, { maxLength: 5 })
      .map((names) =>
        names
          .filter((each) => each.trim() !== '')
          .map((each, index) => ({ instanceId: `amc-${String(index)}`, name: each })),
      );
    fc.assert(
      fc.property(instances, (some) => {
        const again = createInstancesParser(some)(writtenInstances(some.length === 0 ? null : some, some));
        expect(again.plan ?? []).toEqual(some);
      }),
    );
  });
});

test.each(['none', ' NONE ', 'No instances', 'Keine', 'なし'])('“%s” alone plans no instances', (text) => {
  for (const known of [null, [{ instanceId: 'i-1', name: 'Main' }]]) {
    expect(createInstancesParser(known)(text)).toEqual({
      ...{ plan: 'none', unknown: [], ambiguous: [], isUnchecked: false },
    });
  }
  expect(createInstancesParser([{ instanceId: 'i-1', name: 'Main' }])(`Main; ${text}`).plan).toBeNull();
});

test('an empty text keeps what was planned, and an instance with the name None is that instance', () => {
  expect(createInstancesParser([])('').plan).toBeNull();
  const none = { instanceId: 'i-2', name: 'None' };
  expect(createInstancesParser([none])('none').plan).toEqual([none]);
  expect(writtenInstances('none')).toBe('none');
  expect(writtenInstances([none])).toBe('i-2');
});
