import type { Random } from '../../main/sandbox/state/random';
import type { Role } from '../../shared/domain/invitation/role';
import type { WhenNotSeen } from '../../shared/domain/outbox/run';
import { connectionId } from './connection';
import type { Person, PlannedBatch, Step } from './inspect/ledger';
import { otherRole } from './memberAsks';
import type { Ask, BatchAsk } from './messages';
import type { Site } from './amazon/site';

/** The possible stories of an invitation. */
const stories: [readonly Step[], ...(readonly Step[])[]] = [
  ['create'],
  ['create'],
  ['create'],
  ['create', 'resend'],
  ['create', 'resend', 'resend'],
  ['create', 'revoke'],
  ['create', 'changeRole'],
  ['create', 'resend', 'revoke'],
  ['create', 'changeRole', 'resend'],
  ['create', 'changeRole', 'changeRole'],
];

/** Where people are invited, and how many there are already. */
interface Group {
  readonly accountIds: Site['accountIds'];
  readonly from: number;
}

/** People to invite at once: usually a few, sometimes more than a call can hold; two out of three times in a batch. */
export function newPeople(random: Random, group: Group): Person[] {
  const count = random.between(1, 4) === 1 ? random.between(51, 80) : random.between(1, 12);
  if (random.between(1, 3) > 1) return newBatch(random, group, count);
  const accountId = random.pick(group.accountIds);
  return peopleOf(random, count, (number) => ({ ...named(group, number), accountId, batch: null }));
}

/** People to invite in a batch, to up to three accounts. */
export function newBatch(random: Random, group: Group, count: number): Person[] {
  const batch = { name: `Batch from ${group.from}`, notify: random.pick([true, false]) };
  const draw = (): string => random.pick(group.accountIds);
  const places: [string, ...string[]] = [draw(), draw(), draw()];
  return peopleOf(random, count, (number) => ({
    ...named(group, number),
    accountId: random.pick(places),
    batch,
  }));
}

const named = ({ from }: Group, number: number): Pick<Person, 'emailAddress' | 'userName'> => ({
  emailAddress: `person.${from + number}@agency.example`,
  userName: `Person ${from + number}`,
});

const peopleOf = (
  random: Random,
  count: number,
  personOf: (number: number) => Pick<Person, 'emailAddress' | 'userName' | 'accountId' | 'batch'>,
): Person[] =>
  Array.from({ length: count }, (_, index) => ({
    ...personOf(index),
    // Of many at once most are only invited, or a season would take minutes.
    story: count > 50 && index % 5 !== 0 ? ['create'] : random.pick(stories),
    roles: [random.pick<Role>(['admin', 'viewer'])],
    requested: 0,
    done: 0,
    isColleagues: false,
    invitationId: null,
    userId: null,
  }));

/**
 * The possible next requests for waiting people: one for a batch, and one for everybody in one account whose next step is the
 * same.
 */
export function nextAsks(random: Random, waiting: readonly Person[]): { ask: Ask; people: Person[] }[] {
  const groups = new Map<string, Person[]>();
  for (const person of waiting) {
    const step = nextStep(person);
    // An invitation's role is changed one by one.
    const key =
      step === 'create' && person.batch !== null
        ? person.batch.name
        : [person.accountId, step, ...apartBy(step, person)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()].flatMap((people) => {
    const [first] = people;
    return first === undefined ? [] : [{ ask: askFor(random, first, people), people }];
  });
}

/** What can't go into one request although the account and the step are the same. */
function apartBy(step: Step, person: Person): string[] {
  if (step === 'changeRole') return [person.emailAddress];
  return step === 'setRole' ? [otherRole(person)] : [];
}

function askFor(random: Random, first: Person, people: readonly Person[]): Ask {
  const { accountId } = first;
  const kind = nextStep(first);
  const whenNotSeen = random.pick<WhenNotSeen>(['ask', 'sendAgain']);
  switch (kind) {
    case 'create': {
      if (first.batch !== null) return batchOf(first.batch, people, whenNotSeen);
      const invitees = people.map(({ emailAddress, userName, roles }) => ({
        emailAddress,
        userName,
        role: roles[0] ?? 'viewer',
      }));
      return { kind, accountId, invitees, whenNotSeen };
    }
    case 'revoke':
    case 'resend':
      return { kind, accountId, invitationIds: people.map(invitationOf), whenNotSeen };
    case 'setRole':
      return { kind, accountId, userIds: people.map(userIdOf), role: otherRole(first) };
    case 'removeMember':
      return { kind, accountId, userIds: people.map(userIdOf) };
    case 'changeRole':
      return {
        kind,
        accountId,
        invitationId: invitationOf(first),
        role: otherRole(first),
      };
  }
}

/** The IDs of its rows are those of its people, so that requesting it again gives the same batch. */
const batchOf = (batch: PlannedBatch, people: readonly Person[], whenNotSeen: WhenNotSeen): BatchAsk => ({
  kind: 'batch',
  ...batch,
  rows: people.map(({ emailAddress, userName, accountId, roles }, position) => ({
    rowId: rowIdOf({ emailAddress }),
    position,
    account: { connectionId, accountId },
    accountText: accountId,
    emailAddress,
    userName,
    role: roles[0] ?? 'viewer',
    note: '',
    instances: '',
  })),
  whenNotSeen,
});

/** The row that a person has in a batch. */
export const rowIdOf = ({ emailAddress }: Pick<Person, 'emailAddress'>): string => `row.${emailAddress}`;

const nextStep = ({ story, requested }: Person): Step => story[requested] ?? 'create';
const userIdOf = ({ userId }: Person): string => userId ?? '';
const invitationOf = ({ invitationId }: Person): string => invitationId ?? '';
