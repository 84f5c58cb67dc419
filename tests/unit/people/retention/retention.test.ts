import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SavedViews } from '../../../../shared/domain/savedViews';
import { createActivity } from '../../../../main/activity/activity';
import { writeDecision } from '../../../../main/access/ledger/decisions';
import { replaceDirectory } from '../../../../main/access/ledger/directory/directoryStore';
import { createRetention } from '../../../../main/people/retention/retention';
import { transaction } from '../../../../main/storage/transaction';
import { membersListed } from '../../../support/fixtures/knownPeople';
import { left, personEverywhere } from '../../../support/fixtures/personEverywhere';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 29);
const longAgo = now - 1000 * day;
const lately = now - 100 * day;

let store: Store;
let views: SavedViews;
beforeEach(() => {
  store = temporaryStore();
  views = {};
});
afterEach(() => {
  store.remove();
});

interface How {
  readonly clock?: () => number;
  readonly amazonsTimes?: readonly number[];
  readonly months?: number;
  readonly changed?: () => void;
}

const retention = ({ clock = () => now, amazonsTimes = [now], months = 24, changed }: How = {}) =>
  createRetention({
    db: store.db,
    now: clock,
    amazonsTimes: () => Promise.resolve(amazonsTimes),
    keepMonths: () => months,
    changed: changed ?? (() => undefined),
    record: createActivity(store.db).recordErasure,
    savedViews: {
      read: () => views,
      write(written) {
        views = written;
      },
    },
  });

const all = (sql: string): Record<string, unknown>[] =>
  store.db
    .prepare(sql)
    .all()
    .map((row) => ({ ...(row as Record<string, unknown>) }));
const addresses = (): unknown[] =>
  all('SELECT DISTINCT email_address AS a FROM invitations ORDER BY 1').map(({ a }) => a);

function account(): void {
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
}

interface Invited {
  readonly state?: string;
  readonly at?: number;
  readonly name?: string;
}

/** Somebody in a batch file that a colleague sent. */
function inFile(address: string, at: number): void {
  store.db
    .prepare(
      `INSERT INTO received_files (file_id, received_at, kind, batch_id, signer_key, trust, signature, body)
       VALUES (:address, :at, 'draft', 'b', 'key', 'confirmed', :address, '{}')`,
    )
    .run({ address, at });
  store.db
    .prepare(
      `INSERT INTO received_rows (file_id, position, row_id, account_id, account_name, email_address, user_name, role, instances,
         note, warnings, comment)
       VALUES (:address, 0, 'r', 'A1', '', :address, 'Some One', 'viewer', '', 'Our friend', '[]', 'Who is that?')`,
    )
    .run({ address });
}

function invited(
  address: string,
  { state = 'revoked', at = longAgo, name = 'Some One' }: Invited = {},
): void {
  store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         created_at, first_seen_at, state_changed_at)
       VALUES ('sandbox', 'A1', hex(randomblob(8)), ?, ?, 'viewer', ?, '', ?, ?, ?)`,
    )
    .run(address, name, state, at, at, at);
}

const pseudonym = (number: number): string => `erased-${String(number)}@erased.invalid`;

describe('whose last access ended before the time', () => {
  test('is erased like on request, and others aren’t; the record says how many', async () => {
    account();
    invited('old@a.example');
    invited('older@a.example');
    invited('new@a.example', { at: lately });
    const changes: string[] = [];
    const own = retention({ changed: () => changes.push('') });
    await expect(own.eraseDue()).resolves.toBe(2);
    expect(addresses()).toEqual([pseudonym(1), pseudonym(2), 'new@a.example']);
    const entries = all('SELECT action, user_name, email_address, actor, detail FROM activity');
    expect(entries).toMatchObject([
      { action: 'erase', user_name: '2 people', email_address: '', actor: 'AMC Access Manager' },
    ]);
    expect(entries[0]?.['detail']).toContain('Erased person 1 and Erased person 2');
    expect(all('SELECT number, reason, at FROM erasures')).toEqual([
      { number: 1, reason: 'age', at: now },
      { number: 2, reason: 'age', at: now },
    ]);
    expect(changes).not.toEqual([]);
    expect(own.hasErased()).toBe(true);
  });

  test('is erased from every table, even from rows that name two of them', async () => {
    personEverywhere(store.db);
    store.db.exec(`DELETE FROM staged_calls; UPDATE batch_rows SET operation_id = 2 WHERE row_id = 'r-2'`);
    const filter = { search: left.address, group: null, tag: null };
    views = { accounts: [{ name: 'Canary', filter, sort: null, descending: false }] };
    await expect(retention().eraseDue()).resolves.toBe(2);
    expect(views.accounts?.[0]?.filter.search).toBe(pseudonym(1));
    const [{ body } = {}] = all('SELECT body FROM requests') as { body: Uint8Array }[];
    const text = Buffer.from(body ?? []).toString('utf8');
    expect(text).toContain(pseudonym(1));
    expect(text).toContain(pseudonym(2));
    expect(text).not.toContain('canary');
    expect(all('SELECT user_id, masked_email FROM members')).toEqual([
      { user_id: 'erased-1', masked_email: pseudonym(1) },
      { user_id: 'other', masked_email: 'o***r@c***.example' },
    ]);
    // What the directory's file says isn't history.
    expect(all('SELECT address FROM directory_people')).toEqual([{ address: left.key }]);
  });

  test('stays at 0 months, and before Amazon’s clock is known', async () => {
    account();
    invited('old@a.example');
    await expect(retention({ months: 0 }).eraseDue()).resolves.toBe(0);
    await expect(retention({ amazonsTimes: [] }).eraseDue()).resolves.toBe(0);
    expect(addresses()).toEqual(['old@a.example']);
  });

  test('a clock two years ahead erases nobody, and looks again when it is right', async () => {
    account();
    invited('recent@a.example', { at: lately });
    invited('old@a.example');
    let clock = now + 730 * day;
    const own = retention({ clock: () => clock });
    await expect(own.eraseDue()).resolves.toBe(0);
    expect(addresses()).toEqual(['old@a.example', 'recent@a.example']);
    clock = now;
    await expect(own.eraseDue()).resolves.toBe(1);
    expect(addresses()).toEqual([pseudonym(1), 'recent@a.example']);
  });

  test('is looked for once a day', async () => {
    account();
    let clock = now;
    const own = retention({ clock: () => clock });
    await expect(own.eraseDue()).resolves.toBe(0);
    invited('old@a.example');
    clock += day / 2;
    await expect(own.eraseDue()).resolves.toBe(0);
    clock += day / 2;
    await expect(createdLater(clock)).resolves.toBe(1);
    expect(own.hasErased()).toBe(false);
  });
  const createdLater = (clock: number) => retention({ clock: () => clock, amazonsTimes: [clock] }).eraseDue();

  test('nobody is erased after the app began to quit', async () => {
    account();
    invited('old@a.example');
    const own = retention();
    own.stop();
    await expect(own.eraseDue()).resolves.toBe(0);
    expect(addresses()).toEqual(['old@a.example']);
  });
});

describe('kept, however old', () => {
  const kept = async (): Promise<void> => {
    await expect(retention().eraseDue()).resolves.toBe(0);
    expect(all('SELECT * FROM erasures')).toEqual([]);
  };

  test('a pending invitation', async () => {
    account();
    invited('old@a.example', { state: 'pending' });
    invited('old@a.example');
    await kept();
  });

  test('a member, and who may be one by the mask', async () => {
    account();
    invited('joe@a.example');
    membersListed(store.db, 'A1', longAgo, { u1: 'j***@a.example' });
    await kept();
  });

  test('but not who is certainly not that member', async () => {
    account();
    invited('joe@a.example');
    membersListed(store.db, 'A1', longAgo, { u1: 'j***@a.example' });
    const question = { realm: 'sandbox', userId: 'u1', key: 'joe@a.example' };
    transaction(store.db, () => {
      writeDecision(store.db, question, 'notSame', longAgo);
    });
    await expect(retention().eraseDue()).resolves.toBe(1);
    expect(all('SELECT masked_email FROM members')).toEqual([{ masked_email: 'j***@a.example' }]);
  });

  test('an accepted invitation to an account without a list of members since', async () => {
    account();
    invited('old@a.example', { state: 'accepted' });
    await kept();
    membersListed(store.db, 'A1', longAgo - day, { other: 'o***@b.example' });
    await kept();
  });

  test('an accepted invitation where the list shows somebody who may be anybody', async () => {
    account();
    invited('old@a.example', { state: 'accepted' });
    membersListed(store.db, 'A1', longAgo + day, { other: '' });
    await kept();
  });

  test('but not where the list shows that nobody of them is the person', async () => {
    account();
    invited('old@a.example', { state: 'accepted' });
    membersListed(store.db, 'A1', longAgo + day, { other: 'x***@b.example' });
    await expect(retention().eraseDue()).resolves.toBe(1);
  });

  test('who left lately', async () => {
    account();
    invited('old@a.example', { state: 'accepted' });
    membersListed(store.db, 'A1', longAgo + day, { u1: 'o***d@a.example', other: 'x***@b.example' });
    membersListed(store.db, 'A1', lately, { other: 'x***@b.example' });
    await kept();
  });

  test('who is in a batch file that arrived lately', async () => {
    account();
    invited('old@a.example');
    inFile('old@a.example', lately);
    await kept();
    expect(all('SELECT email_address AS a FROM received_rows')).toEqual([{ a: 'old@a.example' }]);
  });

  test('who did something lately, and who is in a batch that changed lately', async () => {
    account();
    invited('old@a.example');
    invited('drafted@a.example');
    createActivity(store.db).recordErasure({
      ...{ at: lately, emailAddress: '', userName: '', detail: null },
      actor: 'Somebody <Old@a.example>',
    });
    store.db
      .exec(`INSERT INTO batches (batch_id, name, created_at, changed_at, removed_at) VALUES ('b', 'B', 1, ${String(lately)}, 1);
      INSERT INTO batch_rows (batch_id, row_id, position, account_text, email_address, user_name, role, note, revision)
        VALUES ('b', 'r', 1, '', 'drafted@a.example', '', '', '', 1)`);
    await kept();
  });

  test('access in an account that no connection reaches', async () => {
    account();
    membersListed(store.db, 'A1', longAgo, { u1: 'whole@a.example' });
    store.db.exec('DELETE FROM ways_in');
    await kept();
  });

  test('who is only in the directory’s file', async () => {
    account();
    const file = { fileName: 'f.csv', source: 'okta' as const, people: 1, inactive: 0, leftOut: [] };
    const person = { address: 'a@b.example', name: 'A B', active: true };
    replaceDirectory(store.db, { ...file, addresses: new Map([[person.address, person]]) }, longAgo);
    await kept();
  });
});

test('who is only in a batch file that arrived long ago is erased there, with what was written about them', async () => {
  account();
  inFile('old@a.example', longAgo);
  inFile('new@a.example', lately);
  await expect(retention().eraseDue()).resolves.toBe(1);
  expect(
    all('SELECT email_address AS a, user_name AS n, note, comment FROM received_rows ORDER BY a'),
  ).toEqual([
    { a: pseudonym(1), n: 'Erased person 1', note: 'Erased', comment: 'Erased' },
    { a: 'new@a.example', n: 'Some One', note: 'Our friend', comment: 'Who is that?' },
  ]);
});

test('what is written while everything is looked through makes it begin again', async () => {
  account();
  invited('old@a.example', { name: 'Otto Oldman' });
  store.db.exec(`INSERT INTO batches (batch_id, name, created_at, changed_at) VALUES ('b', 'B', 1, 1)`);
  const due = retention().eraseDue();
  // Another batch gets the person's name before the looking is over.
  await Promise.resolve();
  await Promise.resolve();
  store.db.exec(
    `UPDATE batches SET name = 'For Otto Oldman', changed_at = ${String(now)}, revision = revision + 1`,
  );
  await expect(due).resolves.toBe(1);
  expect(all('SELECT name FROM batches')).toEqual([{ name: 'For Erased person 1' }]);
});

test('other work runs between people', async () => {
  account();
  for (let index = 0; index < 100; index += 1) {
    invited(`person${String(index)}@a.example`, { name: `Person Number${String(index)}` });
  }
  let turns = 0;
  let isOver = false;
  const watch = (): void => {
    turns += 1;
    if (!isOver) setImmediate(watch);
  };
  setImmediate(watch);
  await expect(retention().eraseDue()).resolves.toBe(100);
  isOver = true;
  expect(turns).toBeGreaterThan(100);
  expect(addresses()).toHaveLength(100);
  expect(addresses().filter((address) => String(address).includes('a.example'))).toEqual([]);
});
