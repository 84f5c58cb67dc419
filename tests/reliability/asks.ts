import type { Random } from '../../main/sandbox/state/random';
import type { Role } from '../../shared/domain/role';
import type { WhenNotSeen } from '../../shared/domain/run';
import type { Person, Step } from './ledger';
import type { Ask } from './messages';

/** How an invitation may fare. */
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

/** People to invite to one account at once: a few as a rule, at times more than a call holds. */
export function newPeople(random: Random, accountId: string, from: number): Person[] {
  const count = random.between(1, 4) === 1 ? random.between(51, 110) : random.between(1, 12);
  return Array.from({ length: count }, (_, index) => ({
    emailAddress: `person.${from + index}@agency.example`,
    userName: `Person ${from + index}`,
    accountId,
    // Of many at once most are only invited, or a season would take minutes.
    story: count > 50 && index % 5 !== 0 ? ['create'] : random.pick(stories),
    roles: [random.pick<Role>(['admin', 'viewer'])],
    asked: 0,
    done: 0,
    invitationId: null,
  }));
}

/** What can be asked for next, of people who wait: one ask for everybody in one account whose next step is the same. */
export function nextAsks(random: Random, waiting: readonly Person[]): { ask: Ask; people: Person[] }[] {
  const groups = new Map<string, Person[]>();
  for (const person of waiting) {
    const step = nextStep(person);
    // A role is changed one by one.
    const key = [person.accountId, step, step === 'changeRole' ? person.emailAddress : ''].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()].flatMap((people) => {
    const [first] = people;
    return first === undefined ? [] : [{ ask: askFor(random, first, people), people }];
  });
}

function askFor(random: Random, first: Person, people: readonly Person[]): Ask {
  const { accountId } = first;
  const kind = nextStep(first);
  const whenNotSeen = random.pick<WhenNotSeen>(['ask', 'sendAgain']);
  switch (kind) {
    case 'create': {
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
    case 'changeRole':
      return {
        kind,
        accountId,
        invitationId: invitationOf(first),
        role: first.roles.at(-1) === 'admin' ? 'viewer' : 'admin',
      };
  }
}

const nextStep = ({ story, asked }: Person): Step => story[asked] ?? 'create';
const invitationOf = ({ invitationId }: Person): string => invitationId ?? '';
