import type { LedgerAddress } from '../../../shared/domain/person/ledgerAddress';
import { memberPersonKey, type MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { accountKey } from '../../../shared/util/accountKey';
import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { inTurns, type Stepwise } from '../../storage/stepwise';
import { colleagueDecisions } from '../colleagues/colleagueDecisions';
import { accountsWithMembers, listedUsers } from '../members/listing/listedUsers';
import {
  certainAddressesIn,
  clearMemberAddresses,
  writeMemberAddresses,
} from '../members/listing/memberAddresses';
import { acceptancesIn } from './acceptances';
import { readDecisions } from './decisions';
import { linkOf, type AcceptedInvitation, type IdentityFacts } from './identityRules';
import { noteLedgerChanges, takeLedgerChanges, type LedgerChanges } from './ledgerChanges';

/** The certain or probable addresses behind all user IDs, for lists: in the table `member_addresses`. */
export interface LedgerAddresses {
  /**
   * Draws the conclusions from everything that was stored when it was called. The first time that takes about 0.2 s for 300
   * accounts with 40 members each, in pieces of 12 ms; later only what has changed is looked at.
   */
  bringUpToDate(): Promise<void>;
}

/** What one account contributes about one of its members. */
interface Listed {
  readonly listedAs: string;
  readonly accepted: readonly AcceptedInvitation[];
}

interface Contributions {
  /** By user, then by account. */
  readonly ofUsers: Map<string, Map<string, Listed>>;
  /** The user IDs of each account. */
  readonly usersIn: Map<string, readonly string[]>;
}

/** How many user IDs are concluded about in one step. */
const usersAtOnce = 25;

const instances = new WeakMap<Database, LedgerAddresses>();

/** Those of a database; everything shares them. */
export function ledgerAddressesOf(db: Database): LedgerAddresses {
  const addresses = instances.get(db) ?? createLedgerAddresses(db);
  instances.set(db, addresses);
  return addresses;
}

/** The certain addresses of those whom an account lists, or listed, by user ID, from everything that is stored now. */
export async function certainAddresses(
  db: Database,
  account: LedgerChanges['accounts'][number],
): Promise<ReadonlyMap<string, LedgerAddress>> {
  await ledgerAddressesOf(db).bringUpToDate();
  return certainAddressesIn(db, account);
}

function createLedgerAddresses(db: Database): LedgerAddresses {
  let contributions: Contributions | null = null;
  let latest: Promise<void> = Promise.resolve();
  const update = async (): Promise<void> => {
    const isFirst = contributions === null;
    const known = contributions ?? { ofUsers: new Map(), usersIn: new Map() };
    // Set again below: what fails starts over next time, since what it took isn't noted any longer.
    contributions = null;
    const changes = isFirst ? begin(db) : takeLedgerChanges(db);
    await inTurns(conclude(db, known, changes));
    contributions = known;
  };
  return {
    bringUpToDate() {
      latest = latest.catch(() => undefined).then(update);
      return latest;
    },
  };
}

function begin(db: Database): LedgerChanges {
  noteLedgerChanges(db);
  takeLedgerChanges(db);
  clearMemberAddresses(db);
  return { accounts: accountsWithMembers(db), users: [] };
}

function* conclude(db: Database, known: Contributions, { accounts, users }: LedgerChanges): Stepwise<void> {
  const touched = new Map(users.map((ref) => [memberPersonKey(ref), ref]));
  for (const account of accounts) {
    for (const ref of readAccount(db, known, account)) touched.set(memberPersonKey(ref), ref);
    yield;
  }
  for (const [realm, refs] of groupBy(touched.values(), (ref) => ref.realm)) {
    for (let from = 0; from < refs.length; from += usersAtOnce) {
      const some = refs.slice(from, from + usersAtOnce);
      const userIds = some.map(({ userId }) => userId);
      const decided = readDecisions(db, realm, userIds);
      const colleagues = colleagueDecisions(db, realm, userIds);
      writeMemberAddresses(
        db,
        some.map((ref) => ({
          ref,
          ledgerAddress: addressOf(known, ref, {
            decisions: decided.get(ref.userId) ?? [],
            colleagues: colleagues.get(ref.userId) ?? [],
          }),
        })),
      );
      yield;
    }
  }
}

/** @returns the user IDs that the account lists, or listed */
function readAccount(
  db: Database,
  { ofUsers, usersIn }: Contributions,
  { realm, accountId }: LedgerChanges['accounts'][number],
): MemberPersonRef[] {
  const key = accountKey({ realm, accountId });
  const before = usersIn.get(key) ?? [];
  for (const userId of before) ofUsers.get(memberPersonKey({ realm, userId }))?.delete(key);
  const listed = listedUsers(db, realm, { accountId });
  const accepted = acceptancesIn(db, realm, [accountId]);
  for (const { userId, maskedEmail } of listed) {
    const user = memberPersonKey({ realm, userId });
    const ofUser = ofUsers.get(user) ?? new Map<string, Listed>();
    ofUsers.set(user, ofUser);
    ofUser.set(key, { listedAs: maskedEmail, accepted: accepted.get(userId) ?? [] });
  }
  const userIds = listed.map(({ userId }) => userId);
  usersIn.set(key, userIds);
  return [...new Set([...before, ...userIds])].map((userId) => ({ realm, userId }));
}

function addressOf(
  { ofUsers }: Contributions,
  ref: MemberPersonRef,
  decided: Pick<IdentityFacts, 'decisions' | 'colleagues'>,
): LedgerAddress | null {
  const listed = [...(ofUsers.get(memberPersonKey(ref))?.values() ?? [])];
  if (listed.length === 0) return null;
  const { address, confidence, rule } = linkOf({
    userId: ref.userId,
    listedAs: [...new Set(listed.map(({ listedAs }) => listedAs))],
    accepted: listed.flatMap(({ accepted }) => accepted),
    // They can't make anybody more than possible.
    knownAddresses: [],
    ...decided,
  });
  if (address === null || rule === null || (confidence !== 'certain' && confidence !== 'probable'))
    return null;
  return { address, confidence, rule };
}
