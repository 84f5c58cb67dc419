import type { SendingColleague } from '../../../shared/domain/team/teamStatus';
import { toErrorBody } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import type { TeamErasures } from '../erasing/teamErasures';
import type { FactsExchange } from '../facts/factsExchange';
import type { TeamStore } from '../store/teamStore';
import { takeUpSettlements } from '../adoption/takeUpSettlements';
import { completeSharing } from '../membership/sharingIntents';
import { claimsInDoubt } from '../sending/localClaims';
import type { LinkState, OpenTeam } from './linkState';
import { readColleagues } from './colleagues';
import { pullRules } from '../rules/teamRules';
import { pullChanges } from './pullChanges';
import { pullDoubles } from '../solo/pullDoubles';
import { reportSolo } from '../solo/reportSolo';
import { hear, readHeardAt } from './lastContact';
import { pullMembers } from './pullMembers';
import { beginStart, type Start } from './starts';
import { reportOutcomes } from './reportOutcomes';

/** The open store and the start of the app that may send with it. */
export interface ReadyLink {
  readonly store: TeamStore;
  readonly startId: string;
  readonly installationId: string;
}

export interface TeamLinkDeps {
  readonly db: Database;
  /** Opens the store of the team; null if this folder belongs to none. @throws CodedError */
  readonly open: () => Promise<OpenTeam | null>;
  readonly programVersion: string;
  readonly now: () => number;
  readonly monotonic: () => number;
  /** The link's state, or what is known of the team, changed. */
  readonly changed: () => void;
  /** Shared accounts may be sent in. */
  readonly ready: () => void;
  /** How often the store is asked, in ms. */
  readonly beatMs?: number;
  /** For how long another start must have been silent before it counts as ended, in ms. */
  readonly silenceMs?: number;
  /** Takes turns with the beat, and never delays it. */
  readonly facts?: Pick<FactsExchange, 'run' | 'count' | 'stop'>;
  /** Has the store erase whom a person here asked it to. */
  readonly erasures?: Pick<TeamErasures, 'run'>;
}

/** How often the store is asked for news, in ms (access.md §5: a poll of 15 s is the truth). */
const defaultBeatMs = 15_000;

/** The connection to the team's store: keeps this start alive there, reports how changes ended, and learns what others changed. */
export interface TeamLink {
  state(): LinkState;
  /** When the store last answered, ms since 1970; null: never. */
  lastHeardAt(): number | null;
  /** Who else was sending when the store last answered. */
  colleagues(): readonly SendingColleague[];
  /** The store, if this start may send. */
  ready(): ReadyLink | null;
  /** Asks the store now. Resolves when it has answered, or couldn't. */
  beat(): Promise<void>;
  /** How changes ended is reported soon, if the store can be reached. */
  reportSoon(): void;
  /** The folder joined or left a team, or the password changed: everything begins again. */
  reopen(): Promise<void>;
  /** Ends this start. Waits at most a few seconds for a store that doesn't answer. */
  close(): Promise<void>;
}

/** What is open at the moment. */
interface Current {
  team: OpenTeam | null;
  start: Start | null;
  colleagues: readonly SendingColleague[];
}

export function createTeamLink(deps: TeamLinkDeps): TeamLink {
  const { db, now, beatMs = defaultBeatMs } = deps;
  const current: Current = { team: null, start: null, colleagues: [] };
  let state: LinkState = { kind: 'none' };
  let heardAt = readHeardAt(db);
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();
  let isClosed = false;

  function become(next: LinkState): void {
    const before = state;
    state = next;
    if (JSON.stringify(before) !== JSON.stringify(next)) deps.changed();
    if (next.kind === 'ready' && before.kind !== 'ready') deps.ready();
  }

  /** One after another, so that two never speak for the same start. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    work = work.then(step);
    return work;
  }

  const beat = (): Promise<void> =>
    inTurn(async () => {
      if (isClosed) return;
      clearTimeout(timer);
      const next = await lookIn(current, deps);
      if (next.kind !== 'none' && next.kind !== 'away') heardAt = hear(db, now(), heardAt);
      become(next);
      if (next.kind !== 'none') timer = setTimeout(() => void beat(), beatMs);
    });

  return {
    state: () => state,
    lastHeardAt: () => heardAt,
    colleagues: () => current.colleagues,
    ready() {
      const { team, start } = current;
      return state.kind === 'ready' && team !== null && start !== null
        ? { ...team, startId: start.startId }
        : null;
    },
    beat,
    reportSoon() {
      if (state.kind !== 'ready') return;
      void inTurn(async () => {
        if (state.kind === 'ready') await reportNow(current, deps);
      });
    },
    async reopen() {
      await inTurn(() => shut(current, deps));
      heardAt = readHeardAt(db);
      await beat();
    },
    close: () =>
      inTurn(async () => {
        isClosed = true;
        clearTimeout(timer);
        await shut(current, deps);
        become({ kind: 'none' });
      }),
  };
}

/** Reports how changes ended, and erases in the store whom a person erased here. */
async function report(
  team: OpenTeam,
  { startId }: Start,
  { db, now, erasures }: TeamLinkDeps,
): Promise<void> {
  await reportOutcomes(db, team.store);
  await reportSolo(db, { ...team, startId, now });
  await erasures?.run(team);
}

/** Shows that this start is alive, takes up what others changed, and reports how changes ended. Never rejects. */
async function lookIn(current: Current, deps: TeamLinkDeps): Promise<LinkState> {
  const { db, beatMs = defaultBeatMs, silenceMs = 2 * beatMs } = deps;
  try {
    current.team ??= await deps.open();
    if (current.team === null) return { kind: 'none' };
    const { store, installationId } = current.team;
    current.start ??= beginStart({ ...deps, installationId, silenceMs });
    const kind = await current.start.beat(store);
    if (kind === 'ended') {
      // Another start of this installation took over while this one was silent: it begins again, behind that one.
      current.start = null;
      return { kind: 'checking' };
    }
    const colleagues = await readColleagues(store, current.start.startId);
    const isNews = JSON.stringify(colleagues) !== JSON.stringify(current.colleagues);
    current.colleagues = colleagues;
    if (await completeSharing(db, store, deps.now())) deps.changed();
    const areRulesNew = await pullRules(db, store);
    const areMembersNew = await pullMembers(db, store);
    if ((await pullChanges(db, store)) || isNews || areRulesNew || areMembersNew) deps.changed();
    if (kind === 'ready') await report(current.team, current.start, deps);
    if (await pullDoubles(db, store)) deps.changed();
    if (await takeUpSettlements(db, store, claimsInDoubt(db))) deps.changed();
    exchangeFacts(current, { kind }, deps);
    return { kind };
  } catch (thrown) {
    deps.facts?.count();
    return { kind: 'away', error: toErrorBody(thrown) };
  }
}

/** Reports how changes ended, and shares what else is new, between two looks. */
async function reportNow(current: Current, deps: TeamLinkDeps): Promise<void> {
  const { team, start } = current;
  if (team === null || start === null) return;
  try {
    await report(team, start, deps);
  } catch {
    // The next look says what is wrong with the store.
  }
  exchangeFacts(current, { kind: 'ready' }, deps);
}

/** Only a start that may send shares: a copy of the folder knows less than the folder it was copied from. */
function exchangeFacts({ team }: Current, { kind }: LinkState, { facts }: TeamLinkDeps): void {
  if (team !== null) facts?.run(team, kind === 'ready');
}

async function shut(current: Current, { facts }: TeamLinkDeps): Promise<void> {
  const { team, start } = current;
  // It ends at the latest when the store is closed.
  const exchange = facts?.stop();
  current.team = null;
  current.start = null;
  current.colleagues = [];
  if (team !== null) {
    await start?.end(team.store).catch(() => undefined);
    await team.store.close().catch(() => undefined);
  }
  await exchange;
}
