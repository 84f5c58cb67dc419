import { mailboxKey } from '../../../shared/domain/invitation/person';
import { fitsMask, maskOf } from '../../access/accountUsers';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { AdsInvitation, Entries } from '../../amazonAds/answers';
import type { Baseline } from '../journal/baselines';
import type { JournalOperation } from '../journal/append';

/** A call whose answer confirmed invitations without saying whose they are. */
export interface UnclaimedCall {
  /** Its operations still in doubt. */
  readonly operations: readonly JournalOperation[];
  /** Those that belong to no operation of ours. */
  readonly invitationIds: readonly string[];
}

/**
 * Assigns the invitations of a call to its operations if everything is consistent: there are as many as operations, none existed
 * before, both readings list all of them, and addresses, names and roles match, as far as the list shows them.
 * @returns the invitation of each operation, null if it is one of several that look the same; undefined if
 * anything contradicts
 */
export function claimed(
  { operations, invitationIds }: UnclaimedCall,
  readings: readonly [Entries<AdsInvitation>, Entries<AdsInvitation>],
  { pending, complete }: Baseline,
): ReadonlyMap<JournalOperation, AdsInvitation | null> | undefined {
  if (operations.length === 0 || operations.length !== invitationIds.length) return undefined;
  if (!complete || invitationIds.some((id) => pending.has(id))) return undefined;
  const [first, second] = readings.map(({ entries }) => byId(entries, invitationIds));
  if (first?.size !== operations.length || second?.size !== operations.length) return undefined;
  const fitting = new Map(
    operations.map((operation) => [
      operation,
      [...second.values()].filter((entry) => mayBe(operation, entry)),
    ]),
  );
  if (!canAllBeServed(fitting)) return undefined;
  return certainOf(fitting);
}

function byId(entries: readonly AdsInvitation[], ids: readonly string[]): Map<string, AdsInvitation> {
  const wanted = new Set(ids);
  return new Map(
    entries.flatMap((entry) =>
      wanted.has(entry.invitationId) ? [[entry.invitationId, entry] as const] : [],
    ),
  );
}

function mayBe({ emailAddress, userName, role }: JournalOperation, entry: AdsInvitation): boolean {
  if (entry.role !== undefined && entry.role.toLowerCase() !== role.toLowerCase()) return false;
  if (entry.userName !== undefined && !fitsMask(nameKey(userName), nameKey(entry.userName))) return false;
  const { emailAddress: shown = '' } = entry;
  const key = mailboxKey(emailAddress);
  const mask = maskOf(shown);
  if (mask !== null) return mask(key);
  return !isWholeAddress(shown) || mailboxKey(shown) === key;
}

/** A name as people read it. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

type Fitting = ReadonlyMap<JournalOperation, readonly AdsInvitation[]>;

/** Whether each operation can have an invitation of its own. */
function canAllBeServed(fitting: Fitting): boolean {
  const owners = new Map<AdsInvitation, JournalOperation>();
  const serve = (operation: JournalOperation, tried: Set<AdsInvitation>): boolean =>
    (fitting.get(operation) ?? []).some((entry) => {
      if (tried.has(entry)) return false;
      tried.add(entry);
      const owner = owners.get(entry);
      if (owner !== undefined && !serve(owner, tried)) return false;
      owners.set(entry, operation);
      return true;
    });
  return [...fitting.keys()].every((operation) => serve(operation, new Set()));
}

/** Step by step: an operation with only one match gets it, and an invitation with only one match goes to it. */
function certainOf(fitting: Fitting): ReadonlyMap<JournalOperation, AdsInvitation | null> {
  const found = new Map<JournalOperation, AdsInvitation | null>();
  const taken = new Set<AdsInvitation>();
  const open = (operation: JournalOperation): AdsInvitation[] =>
    (fitting.get(operation) ?? []).filter((entry) => !taken.has(entry));
  const take = (operation: JournalOperation, entry: AdsInvitation): void => {
    found.set(operation, entry);
    taken.add(entry);
  };
  for (let before = -1; before < taken.size;) {
    before = taken.size;
    const rest = [...fitting.keys()].filter((operation) => !found.has(operation));
    for (const operation of rest) {
      const [only, ...others] = open(operation);
      if (only !== undefined && others.length === 0) take(operation, only);
    }
    for (const entry of new Set(rest.filter((operation) => !found.has(operation)).flatMap(open))) {
      const [only, ...others] = rest.filter(
        (operation) => !found.has(operation) && open(operation).includes(entry),
      );
      if (only !== undefined && others.length === 0) take(only, entry);
    }
  }
  for (const operation of fitting.keys()) if (!found.has(operation)) found.set(operation, null);
  return found;
}
