import type { Random } from '../../../main/sandbox/state/random';
import type { Role } from '../../../shared/domain/invitation/role';
import type { WhenNotSeen } from '../../../shared/domain/outbox/run';
import type { Member } from '../inspect/ledger';
import type { Ask, RequestedPerson } from '../messages';

/** What several desktops are asked for at about the same time, in one account. */
export type Wave = { readonly accountId: string } & (
  | { readonly kind: 'create'; readonly invitees: readonly RequestedPerson[] }
  | { readonly kind: 'setRole'; readonly userIds: readonly string[]; readonly role: Role }
  | { readonly kind: 'removeMember'; readonly userIds: readonly string[] }
);

/** What one desktop is asked for, as one command of a person. */
export interface Errand {
  readonly ask: Extract<Ask, { readonly kind: Wave['kind'] }>;
}

/** Members of one account who are to be removed. */
export interface Removal {
  readonly accountId: string;
  readonly userIds: readonly string[];
}

export interface Waves {
  readonly all: readonly Wave[];
  /** Adds another one: everybody is asked for a part of it. */
  add(): void;
  /** Somebody to remove whom nobody was asked about; null: there is nobody left. */
  someone(): Removal | null;
  /** Everybody is asked for it, too. */
  share(removal: Removal): void;
}

/** @param members whose roles may be changed, or who may be removed; each once */
export function createWaves(
  random: Random,
  accountIds: readonly [string, ...string[]],
  members: readonly Member[],
): Waves {
  const all: Wave[] = [];
  const free = [...members];
  let invited = 0;

  function invitation(accountId: string): Wave {
    const count = random.between(1, 8) === 1 ? random.between(51, 60) : random.between(1, 10);
    const invitees = Array.from({ length: count }, (): RequestedPerson => {
      invited += 1;
      return {
        emailAddress: `person.${String(invited)}@agency.example`,
        userName: `Person ${String(invited)}`,
        role: random.pick<Role>(['admin', 'viewer']),
      };
    });
    return { kind: 'create', accountId, invitees };
  }

  function ofMembers(): Wave | null {
    const first = free.at(0);
    if (first === undefined) return null;
    const { accountId, role } = first;
    const selected = free
      .filter((each) => each.accountId === accountId && each.role === role)
      .slice(0, random.between(1, 3));
    for (const one of selected) free.splice(free.indexOf(one), 1);
    const userIds = selected.map(({ userId }) => userId);
    if (random.between(1, 2) === 1) return { kind: 'removeMember', accountId, userIds };
    return { kind: 'setRole', accountId, userIds, role: role === 'admin' ? 'viewer' : 'admin' };
  }

  return {
    all,
    someone() {
      const one = free.shift();
      return one === undefined ? null : { accountId: one.accountId, userIds: [one.userId] };
    },
    share(removal) {
      all.push({ kind: 'removeMember', ...removal });
    },
    add() {
      const accountId = random.pick(accountIds);
      const other = random.between(1, 4) === 1 ? ofMembers() : null;
      all.push(other ?? invitation(accountId));
    },
  };
}

/** The part of a wave that one desktop is asked for: most of it, in an order of its own. */
export function errandOf(random: Random, wave: Wave): Errand {
  const whenNotSeen = random.pick<WhenNotSeen>(['ask', 'sendAgain']);
  const { accountId, kind } = wave;
  switch (kind) {
    case 'create':
      return { ask: { kind, accountId, invitees: largePart(random, wave.invitees), whenNotSeen } };
    case 'setRole':
      return { ask: { kind, accountId, userIds: largePart(random, wave.userIds), role: wave.role } };
    case 'removeMember':
      return { ask: { kind, accountId, userIds: largePart(random, wave.userIds) } };
  }
}

function largePart<T>(random: Random, all: readonly T[]): T[] {
  const selected = all.filter(() => random.between(1, 4) > 1);
  const some = selected.length === 0 ? [...all] : selected;
  return random.pick([true, false]) ? some : some.toReversed();
}
