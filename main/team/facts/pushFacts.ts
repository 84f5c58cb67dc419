import { isErasedAddress, isErasedId } from '../../../shared/domain/person/pseudonym';
import type { SharedAccountRef } from '../../../shared/domain/team/sharableAccount';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import { inTurns, type Stepwise } from '../../storage/stepwise';
import { transaction } from '../../storage/transaction';
import { erasedElsewhere } from '../erasing/proposedErasures';
import type { OpenTeam } from '../link/linkState';
import { readPositions, writePosition, type Position } from './exchangeState';
import { pushSql } from './factsSql';
import { earliestFact, latestFact } from './kinds/bounded';
import { refusalOf, writeRefused, type RefusedFact } from './refusedFacts';
import { wholeTeamKinds, type OutgoingFact, type SharedKind } from './kinds/sharedKind';

/** Facts of one statement. */
const pageSize = 500;

export interface Pushing {
  readonly db: Database;
  readonly team: OpenTeam;
  readonly kinds: readonly SharedKind[];
  readonly programVersion: string;
  readonly now: () => number;
  /** Asked before anything local is touched after waiting. */
  readonly isStopped: () => boolean;
  readonly pushed: () => void;
}

/**
 * Gives the store what it doesn't have of this folder's history in shared accounts, page by page. Killed between the store's
 * answer and noting it, the same page is pushed again, which adds nothing. What the store refuses as it is is set aside.
 * @throws CodedError as `TeamStore.query`
 */
export async function pushFacts(pushing: Pushing): Promise<void> {
  const { db, team, kinds, programVersion, now, isStopped, pushed } = pushing;
  const finished = new Set<string>();
  for (;;) {
    const page = await inTurns(nextPage(db, team.installationId, kinds, finished));
    if (page.positions.length === 0 || isStopped()) return;
    const { taken, refused } = await push(team, page.facts);
    if (isStopped()) return;
    const aside = new Set(refused.map(({ fact }) => fact));
    const waiting = new Set(
      page.facts.filter((fact) => !aside.has(fact)).flatMap((fact) => untaken(taken, fact)),
    );
    transaction(db, () => {
      for (const position of page.positions) {
        if (!waiting.has(accountKey(position))) writePosition(db, position);
      }
      writeRefused(db, refused, { programVersion, at: now() });
    });
    // They wait until their account is shared in the store, and this person sees it.
    for (const { kind } of kinds) for (const key of waiting) finished.add(`${kind} ${key}`);
    pushed();
  }
}

const untaken = (taken: ReadonlySet<string>, fact: SharedAccountRef): string[] =>
  taken.has(accountKey(fact)) ? [] : [accountKey(fact)];

interface Page {
  readonly facts: readonly PushedFact[];
  readonly positions: readonly Position[];
}

type PushedFact = OutgoingFact & SharedAccountRef & Pick<SharedKind, 'kind'>;

interface Pushed {
  /** The accounts whose facts the store has now, by their keys. */
  readonly taken: Set<string>;
  readonly refused: RefusedFact[];
}

/** If the store refuses more of a page than this, it isn't about single facts. */
const maxRefused = 20;

async function push(team: OpenTeam, facts: readonly PushedFact[]): Promise<Pushed> {
  const pushed: Pushed = { taken: new Set(), refused: [] };
  await pushPart(team, facts, pushed);
  return pushed;
}

/** Of a part that the store refuses, each half is pushed alone, down to the facts that it is about. */
async function pushPart(team: OpenTeam, facts: readonly PushedFact[], pushed: Pushed): Promise<void> {
  const [first] = facts;
  if (first === undefined) return;
  const { store, installationId } = team;
  try {
    const rows = await store.query<SharedAccountRef>(pushSql, [installationId, jsonOf(facts)]);
    for (const row of rows) pushed.taken.add(accountKey(row));
  } catch (thrown) {
    const code = refusalOf(thrown);
    if (code === null || pushed.refused.length >= maxRefused) throw thrown;
    const middle = Math.ceil(facts.length / 2);
    if (facts.length === 1) pushed.refused.push({ fact: first, code });
    else for (const half of [facts.slice(0, middle), facts.slice(middle)]) await pushPart(team, half, pushed);
  }
}

/**
 * What the next statement takes. Reads one source in each step.
 * @param finished sources that have nothing more for now; grows
 */
function* nextPage(
  db: Database,
  installationId: string,
  kinds: readonly SharedKind[],
  finished: Set<string>,
): Stepwise<Page> {
  const facts: PushedFact[] = [];
  const positions: Position[] = [];
  const known = readPositions(db);
  const isErasedByColleague = erasedElsewhere(db);
  for (const { kind, source } of sourcesOf(db, kinds)) {
    const { realm, accountId } = source;
    const key = `${kind.kind} ${accountKey(source)}`;
    if (finished.has(key)) continue;
    const after = known(source, kind.kind);
    const room = pageSize - facts.length;
    const { facts: next, upTo } = kind.outgoing(db, { ...source, installationId }, after, room);
    if (next.length < room) finished.add(key);
    if (upTo !== after) positions.push({ realm, accountId, kind: kind.kind, upTo });
    for (const fact of next) {
      if (!isErased(fact) && !isErasedByColleague({ ...fact, realm }))
        facts.push({ ...fact, realm, accountId, kind: kind.kind });
    }
    if (facts.length >= pageSize) break;
    yield;
  }
  return { facts, positions };
}

/** How many facts the store hasn't got yet. */
export function* countWaiting(db: Database, kinds: readonly SharedKind[]): Stepwise<number> {
  let count = 0;
  for (const kind of kinds) {
    count += kind.waiting(db);
    yield;
  }
  return count;
}

/** What may be shared, as it is now. */
function sourcesOf(
  db: Database,
  kinds: readonly SharedKind[],
): { readonly kind: SharedKind; readonly source: SharedAccountRef }[] {
  const shared: unknown = db.prepare('SELECT realm, account_id AS accountId FROM team_accounts').all();
  const accounts = shared as readonly SharedAccountRef[];
  return kinds.flatMap((kind) =>
    (wholeTeamKinds.includes(kind.kind) ? [wholeTeam] : accounts).map((source) => ({ kind, source })),
  );
}

const wholeTeam: SharedAccountRef = { realm: '', accountId: '' };

/** Under the number that this folder gave somebody it erased, others would know somebody else. */
const isErased = ({ person, userId }: OutgoingFact): boolean =>
  (person !== null && isErasedAddress(person)) || (userId !== null && isErasedId(userId));

/** As JSON that PostgreSQL takes: without NUL, and without halves of characters. */
const jsonOf = (facts: readonly PushedFact[]): string =>
  JSON.stringify(
    facts.map(({ at, ...fact }) => ({ ...fact, at: Math.min(Math.max(at, earliestFact), latestFact) })),
    (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '') : value,
  );
