import { DatabaseSync } from '@photostructure/sqlite';
import type { Database } from '../../../main/storage/database';
import { colleaguesName } from '../colleague';
import { judgeBatches } from './inspectBatches';
import { judgeMembers } from './inspectMembers';
import type { Ledger, Person } from './ledger';
import type { Site } from '../amazon/site';

/** Differences between what was requested, what the sandbox has and what the product says; each in words. */
export interface Found {
  /** Requested and recorded, but not done, or not reported as done. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** The product says something different from the sandbox's truth. */
  readonly untrue: readonly string[];
  readonly inDoubt: readonly string[];
  readonly people: number;
  /** Members whose role was changed or who were removed. */
  readonly members: number;
  readonly batches: number;
  readonly operations: number;
  /** How many operations were in doubt at one time, and how many were sent again. */
  readonly doubts: number;
  readonly sentAgain: number;
  /** How many people a colleague invited before us. */
  readonly colleagues: number;
}

/** The differences, in words. */
export type Judgement = Record<'lost' | 'doubled' | 'untrue', string[]>;

/** Compares the sandbox's truth with the ledger and with the product's database, when nothing works on it anymore. */
export function inspect(site: Site, ledger: Ledger, doubledCalls: readonly string[]): Found {
  const db = new DatabaseSync(site.file, { readOnly: true });
  try {
    const truth = truthOf(site);
    const picture = pictureOf(db);
    const truthAbout = (person: Person): readonly Truth[] => truth.get(keyOf(person)) ?? [];
    const invited = ledger.people.filter(({ userId }) => userId === null);
    const members = ledger.people.filter(({ userId }) => userId !== null);
    const found = [
      ...invited.map((person) => judge(person, truthAbout(person), picture)),
      judgeBatches(db, ledger.batches, truthAbout),
      judgeMembers(db, site, members),
    ];
    for (const person of invited) truth.delete(keyOf(person));
    return {
      lost: found.flatMap(({ lost }) => lost),
      doubled: [
        ...doubledCalls.map((call) => `${call} was asked for twice`),
        ...found.flatMap(({ doubled }) => doubled),
        ...[...truth.keys()].map((key) => `${key} was never asked for`),
      ],
      untrue: [...found.flatMap(({ untrue }) => untrue), ...contradictions(db)],
      inDoubt: doubtsIn(db),
      people: invited.length,
      members: members.length,
      batches: ledger.batches.length,
      colleagues: ledger.people.filter(({ isColleagues }) => isColleagues).length,
      ...figuresOf(db),
    };
  } finally {
    db.close();
  }
}

/** The differences for one person; `rows` is the truth. */
function judge(person: Person, rows: readonly Truth[], picture: ReadonlyMap<string, string>): Judgement {
  if (person.isColleagues) return judgeColleagues(person, rows);
  const name = keyOf(person);
  const { roles, mails, states } = expectedOf(person);
  const lost: string[] = [];
  const doubled: string[] = [];
  const compare = (what: string, is: number, wanted: number): void => {
    if (is < wanted) lost.push(`${name} has ${is} ${what}, not ${wanted}`);
    if (is > wanted) doubled.push(`${name} has ${is} ${what}, not ${wanted}`);
  };
  if (person.done < person.story.length) {
    lost.push(`${name}: ${person.done} steps are said to be done, of ${person.story.join(', ')}`);
  }
  compare('invitations', rows.length, roles.length);
  compare(
    'emails',
    rows.reduce((sum, row) => sum + row.mails, 0),
    mails,
  );
  const found = rows.map(({ role, state }) => `${role} ${state}`).join(', ');
  if (rows.length === roles.length && found !== states) lost.push(`${name} is ${found}, not ${states}`);
  const untrue = rows.flatMap(({ invitationId, state, createdBy }) => {
    if (createdBy === colleaguesName) return [`${name}: a colleague's invitation passes for ours`];
    const shown = picture.get(invitationId) ?? 'nothing';
    return shown === state.toLowerCase() ? [] : [`${name}: ${state} is shown as ${shown}`];
  });
  return { lost, doubled, untrue };
}

/** For people the product reports as already invited by somebody else: there is the colleague's invitation, and no other. */
function judgeColleagues(person: Person, rows: readonly Truth[]): Judgement {
  const isSo = rows.length === 1 && rows[0]?.createdBy === colleaguesName && rows[0].state === 'PENDING';
  const found = rows.map(({ createdBy, state }) => `${state} by ${createdBy}`).join(', ') || 'nothing';
  const untrue = isSo ? [] : [`${keyOf(person)} is said to be invited by a colleague, and is ${found}`];
  return { lost: [], doubled: [], untrue };
}

/** The expected invitations: their roles, the emails about them, and each one's role and state. */
function expectedOf({ story, roles, batch }: Person): {
  roles: readonly string[];
  mails: number;
  states: string;
} {
  const last = story.at(-1) === 'revoke' ? 'REVOKED' : 'PENDING';
  const isShared = batch?.notify === false;
  return {
    roles,
    mails: story.filter((step) => step !== 'revoke' && !(step === 'create' && isShared)).length,
    states: roles.map((role, index) => `${role} ${index === roles.length - 1 ? last : 'REVOKED'}`).join(', '),
  };
}

export interface Truth {
  readonly invitationId: string;
  readonly role: string;
  readonly state: string;
  readonly mails: number;
  readonly createdBy: string;
}

const keyOf = ({ accountId, emailAddress }: Pick<Person, 'accountId' | 'emailAddress'>): string =>
  `${emailAddress} in ${accountId}`;

/** All invitations of each person who was invited, oldest first; without the sample's. */
function truthOf({ sandbox }: Site): Map<string, Truth[]> {
  const rows = sandbox.query(
    `SELECT invitation_id AS invitationId, account_id AS accountId, email AS emailAddress, role, state,
       created_by AS createdBy,
       (SELECT count(*) FROM sent_emails WHERE sent_emails.invitation_id = invitations.invitation_id) AS mails
     FROM invitations WHERE user_name GLOB 'Person [0-9]*' ORDER BY position`,
  ) as unknown as (Truth & { accountId: string; emailAddress: string })[];
  const truth = new Map<string, Truth[]>();
  for (const row of rows) truth.set(keyOf(row), [...(truth.get(keyOf(row)) ?? []), row]);
  return truth;
}

/** What the product shows: the state of each invitation it knows. */
function pictureOf(db: Database): Map<string, string> {
  const rows = db.prepare('SELECT invitation_id AS id, state FROM invitations').all() as {
    id: string;
    state: string;
  }[];
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Where the product's journal and its record contradict each other, or repeat something. What was settled for a colleague is theirs. */
export function contradictions(db: Database): string[] {
  const rows = db
    .prepare(
      `SELECT operation_id AS id, status, kind, email_address AS email,
         (SELECT group_concat(result, ' ') FROM (SELECT result FROM activity
          WHERE activity.operation_id = operations.operation_id AND action <> 'settleForTeam' ORDER BY rowid)) AS record
       FROM operations`,
    )
    .all() as { id: number; status: string; kind: string; email: string; record: string | null }[];
  return rows
    .filter(({ status, record }) => (record ?? '').replace(/^inDoubt (?=.)/, '') !== status)
    .map(
      ({ status, kind, email, record }) =>
        `${kind} ${email} is ${status}; the record has ${record ?? 'nothing'}`,
    );
}

const doubtsIn = (db: Database): string[] =>
  (
    db
      .prepare(
        `SELECT kind || ' ' || email_address || ': ' || coalesce(finding ->> 'verdict', 'not looked at') AS words
         FROM operations WHERE status = 'inDoubt'`,
      )
      .all() as { call: string }[]
  ).map(({ call }) => call);

function figuresOf(db: Database): Pick<Found, 'operations' | 'doubts' | 'sentAgain'> {
  return db
    .prepare(
      `SELECT count(*) AS operations, sum(replaces IS NOT NULL) AS sentAgain,
         (SELECT count(*) FROM activity WHERE result = 'inDoubt') AS doubts
       FROM operations`,
    )
    .get() as Pick<Found, 'operations' | 'doubts' | 'sentAgain'>;
}
