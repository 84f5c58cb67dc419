import type { MemberEvent, MemberListName, MemberScope } from '../../../shared/domain/member/member';
import { fitsMask } from '../accountUsers';
import { isWholeAddress } from '../refresh/evidence';

/** When each list last included the person, in ms since 1970; null if it no longer does, or never did. */
export type Seen = Readonly<Record<MemberListName, number | null>>;

/** What the store knows of one member of an account. Times are ms since 1970. */
export interface MemberState {
  readonly userId: string;
  readonly maskedEmail: string;
  readonly scope: MemberScope;
  readonly seen: Seen;
  readonly role: string | null;
  readonly roleAsOf: number | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** When the current or last access was first seen. */
  readonly sinceAt: number;
  readonly goneAt: number | null;
  /** When Amazon last confirmed that direct access was removed; null = never. */
  readonly removedAt: number | null;
}

/** One list of an account's members as Amazon answered it. */
export interface MemberListing {
  readonly list: MemberListName;
  /** ms since 1970, before the first page was requested. */
  readonly beganAt: number;
  readonly users: readonly { readonly userId: string; readonly emailAddress: string | undefined }[];
  /** How many entries couldn't be read; a complete listing has none, and only a complete one shows who has no access. */
  readonly unreadable: number;
}

/** When the latest complete reading of each list began; null before the first. */
export type ListAges = Readonly<Record<MemberListName, number | null>>;

export const noAges: ListAges = { direct: null, inherited: null, unscoped: null };

/** An entry of the history, without its ID. */
export interface MemberChange {
  readonly event: MemberEvent;
  readonly userId: string;
  /** When the reading that showed it began. */
  readonly at: number;
  /** The scope after the change; for a person who left, the last one. */
  readonly scope: MemberScope;
  readonly role: string | null;
  /** The scope or role that was replaced; null if there was none. */
  readonly before: string | null;
}

/** What listings of one account change. */
export interface AppliedListings {
  /** Members to write in full, including new ones. */
  readonly written: readonly MemberState[];
  /** Members for whom only the times change. */
  readonly seenAgain: Readonly<
    Record<MemberListName, { readonly at: number; readonly userIds: readonly string[] }>
  >;
  readonly history: readonly MemberChange[];
  readonly ages: ListAges;
}

/** Lists that cover the same people: a newer reading of one makes an older reading of another obsolete. */
const overlaps: Readonly<Record<MemberListName, readonly MemberListName[]>> = {
  direct: ['direct', 'unscoped'],
  inherited: ['inherited', 'unscoped'],
  unscoped: ['direct', 'inherited', 'unscoped'],
};

/**
 * What follows from listings of one account, read one after the other. A listing that began before the known data was read
 * changes nothing, and an incomplete one changes nothing about people it doesn't include.
 */
export function applyListings(
  known: ReadonlyMap<string, MemberState>,
  agesBefore: ListAges,
  listings: readonly MemberListing[],
): AppliedListings {
  const ages = { ...agesBefore };
  const current = new Map<string, Draft>();
  for (const [userId, { seen, maskedEmail, lastSeenAt, removedAt }] of known) {
    current.set(userId, { seen: { ...seen }, maskedEmail, lastSeenAt, removedAt });
  }
  const applied = listings.filter(({ list, beganAt }) =>
    overlaps[list].every((other) => beganAt >= (agesBefore[other] ?? 0)),
  );
  for (const listing of applied) {
    takeIn(current, listing);
    if (listing.unreadable === 0) ages[listing.list] = listing.beganAt;
  }
  for (const draft of current.values()) settleUnscoped(draft.seen, ages);
  return { ...differences({ known, current, agesBefore }, applied), ages };
}

interface Draft {
  readonly seen: Record<MemberListName, number | null>;
  maskedEmail: string;
  lastSeenAt: number;
  readonly removedAt: number | null;
}

function takeIn(current: Map<string, Draft>, { list, beganAt, users, unreadable }: MemberListing): void {
  const named = new Set<string>();
  for (const { userId, emailAddress } of users) {
    named.add(userId);
    const draft = current.get(userId) ?? {
      seen: { direct: null, inherited: null, unscoped: null },
      maskedEmail: '',
      lastSeenAt: beganAt,
      removedAt: null,
    };
    current.set(userId, draft);
    draft.lastSeenAt = Math.max(draft.lastSeenAt, beganAt);
    draft.maskedEmail = newerAddress(emailAddress, draft.maskedEmail);
    // A list read before a removal may still include the person.
    if (list !== 'inherited' && beganAt < (draft.removedAt ?? 0)) continue;
    const isScopeKnown = draft.seen.direct !== null || draft.seen.inherited !== null;
    if (list === 'unscoped' && isScopeKnown) continue;
    draft.seen[list] = Math.max(draft.seen[list] ?? 0, beganAt);
    if (list !== 'unscoped') draft.seen.unscoped = null;
  }
  if (unreadable > 0) return;
  const denied = list === 'unscoped' ? overlaps.unscoped : [list];
  for (const [userId, { seen }] of current) {
    if (named.has(userId)) continue;
    for (const each of denied) if ((seen[each] ?? Infinity) <= beganAt) seen[each] = null;
  }
}

/** A person listed without a scope no longer has access once both other lists, read later, don't include them. */
function settleUnscoped(seen: Record<MemberListName, number | null>, { direct, inherited }: ListAges): void {
  if (seen.unscoped === null) return;
  if ((direct ?? 0) > seen.unscoped && (inherited ?? 0) > seen.unscoped) seen.unscoped = null;
}

/** A full address that Amazon showed once stays, unless the newer mask doesn't match it. */
function newerAddress(listed: string | undefined, before: string): string {
  if (listed === undefined) return before;
  const isSame = isWholeAddress(before) && fitsMask(before.toLowerCase(), listed.trim().toLowerCase());
  return isSame ? before : listed;
}

interface Changing {
  readonly known: ReadonlyMap<string, MemberState>;
  readonly current: ReadonlyMap<string, Draft>;
  readonly agesBefore: ListAges;
}

function differences(
  { known, current, agesBefore }: Changing,
  applied: readonly MemberListing[],
): Omit<AppliedListings, 'ages'> {
  const at = Math.max(0, ...applied.map(({ beganAt }) => beganAt));
  const written: MemberState[] = [];
  const history: MemberChange[] = [];
  const unchanged = new Set<string>();
  for (const [userId, draft] of current) {
    const before = known.get(userId);
    // Included in one list but missing from newer ones of the same refresh.
    if (before === undefined && scopeOf(draft.seen) === null) continue;
    const after = memberAfter(userId, { before, draft, at });
    if (before !== undefined && isUnchanged(before, after)) {
      unchanged.add(userId);
      continue;
    }
    written.push(after);
    const change = changeOf(before, after, agesBefore);
    if (change !== null) history.push({ ...change, userId, at, scope: after.scope, role: after.role });
  }
  const seenAgain = (list: MemberListName): { at: number; userIds: readonly string[] } => {
    const listing = applied.find((each) => each.list === list);
    const users = listing?.users ?? [];
    return {
      at: listing?.beganAt ?? 0,
      userIds: users.flatMap(({ userId }) => (unchanged.has(userId) ? [userId] : [])),
    };
  };
  return {
    written,
    history,
    seenAgain: {
      direct: seenAgain('direct'),
      inherited: seenAgain('inherited'),
      unscoped: seenAgain('unscoped'),
    },
  };
}

interface Step {
  readonly before: MemberState | undefined;
  readonly draft: Draft;
  readonly at: number;
}

function memberAfter(userId: string, { before, draft, at }: Step): MemberState {
  const { seen, maskedEmail, lastSeenAt, removedAt } = draft;
  const scope = scopeOf(seen);
  // Undefined for a new person, and a time for one who left.
  const isBack = before?.goneAt !== null;
  const hasNoDirectRole = scope === 'inherited' || (isBack && scope !== null);
  return {
    ...{ userId, maskedEmail, lastSeenAt, seen, removedAt },
    scope: scope ?? before?.scope ?? 'unknown',
    role: hasNoDirectRole ? null : (before?.role ?? null),
    roleAsOf: hasNoDirectRole ? null : (before?.roleAsOf ?? null),
    firstSeenAt: before?.firstSeenAt ?? at,
    sinceAt: isBack && scope !== null ? at : (before?.sinceAt ?? at),
    goneAt: scope === null ? (before?.goneAt ?? at) : null,
  };
}

/** Null for a person in no list. */
function scopeOf({ direct, inherited, unscoped }: Seen): MemberScope | null {
  if (direct !== null) return inherited === null ? 'direct' : 'both';
  if (inherited !== null) return 'inherited';
  return unscoped === null ? null : 'unknown';
}

const isUnchanged = (before: MemberState, after: MemberState): boolean =>
  before.scope === after.scope &&
  before.goneAt === after.goneAt &&
  before.maskedEmail === after.maskedEmail &&
  (Object.keys(before.seen) as MemberListName[]).every(
    (list) => (before.seen[list] === null) === (after.seen[list] === null),
  );

function changeOf(
  before: MemberState | undefined,
  after: MemberState,
  ages: ListAges,
): Pick<MemberChange, 'event' | 'before'> | null {
  if (before === undefined) {
    return { event: wasListedBefore(after.scope, ages) ? 'joined' : 'firstSeen', before: null };
  }
  if (before.goneAt !== null) return after.goneAt === null ? { event: 'joined', before: null } : null;
  if (after.goneAt !== null) return { event: 'left', before: null };
  return before.scope === after.scope ? null : { event: 'scopeChanged', before: before.scope };
}

/** Whether an earlier complete reading would have included a person with such access. */
function wasListedBefore(scope: MemberScope, { direct, inherited, unscoped }: ListAges): boolean {
  if (unscoped !== null || (direct !== null && inherited !== null)) return true;
  return (scope === 'direct' && direct !== null) || (scope === 'inherited' && inherited !== null);
}
