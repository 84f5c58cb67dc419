import { expect, test } from 'vitest';
import { at } from '../../../../../renderer/features/batches/gridModel/selection';
import { setUp } from '../support/setUp';

/** The email addresses as shown, from top to bottom. */
const shownIn = ({ store }: ReturnType<typeof setUp>): string[] =>
  store.state().view.map((rowId) => store.state().byId.get(rowId)?.emailAddress ?? '');

/** Three rows, sorted: shown are c, a, b by their names. */
function setUpSorted() {
  const set = setUp([
    { emailAddress: 'a@x.example', userName: 'Mira' },
    { emailAddress: 'b@x.example', userName: 'Zoe' },
    { emailAddress: 'c@x.example', userName: 'Ada' },
  ]);
  set.store.show('all', { column: 'userName', descending: false });
  return set;
}

test('a row typed below sorted ones stays where it is typed, and further text goes to its own row', () => {
  const set = setUpSorted();
  const { store, cells } = set;
  store.select(at(3, 1));
  for (const text of ['new@x.example', 'Bea']) {
    store.edit(true);
    store.typed(text);
    store.commit();
    store.move('next');
  }
  expect(shownIn(set)).toEqual(['c@x.example', 'a@x.example', 'b@x.example', 'new@x.example']);
  expect(cells().map(([, , name]) => name)).toEqual(['Mira', 'Zoe', 'Ada', 'Bea']);
  store.show('all', { column: 'userName', descending: false });
  expect(shownIn(set)).toEqual(['c@x.example', 'new@x.example', 'a@x.example', 'b@x.example']);
});

test('rows pasted below sorted ones become the selection', () => {
  const set = setUpSorted();
  const { store, cells } = set;
  store.select(at(2, 1));
  store.paste('b2@x.example\none@x.example\ntwo@x.example');
  expect(shownIn(set)).toEqual([
    'c@x.example',
    'a@x.example',
    'b2@x.example',
    'one@x.example',
    'two@x.example',
  ]);
  store.clear();
  expect(cells().map(([, email]) => email)).toEqual(['a@x.example', '', 'c@x.example', '', '']);
});

test('a row inserted between sorted ones is the one to type into', () => {
  const { store, cells } = setUpSorted();
  store.select(at(0, 2));
  store.insertRow();
  store.edit(true);
  store.typed('New');
  store.commit();
  expect(cells().map(([, , name]) => name)).toEqual(['Mira', 'Zoe', 'New', 'Ada']);
});

test('typing, pasting and inserting below filtered rows works as below all rows', () => {
  const findings = [
    { code: 'NAME_MISSING', level: 'error', column: 'userName', message: '', fix: null } as const,
  ];
  const set = setUp([{ findings }, { emailAddress: 'a@x.example' }, { findings }]);
  const { store, cells } = set;
  store.show('ready', null);
  expect(shownIn(set)).toEqual(['a@x.example']);
  store.select(at(1, 1));
  store.edit(true);
  store.typed('typed@x.example');
  store.commit();
  store.select(at(2, 1));
  store.paste('one@x.example\ntwo@x.example');
  expect(shownIn(set)).toEqual(['a@x.example', 'typed@x.example', 'one@x.example', 'two@x.example']);
  store.select(at(0, 1));
  store.insertRow();
  store.paste('first@x.example');
  expect(shownIn(set)[0]).toBe('first@x.example');
  expect(cells().map(([, email]) => email)).toEqual([
    '',
    'first@x.example',
    'a@x.example',
    '',
    'typed@x.example',
    'one@x.example',
    'two@x.example',
  ]);
});
