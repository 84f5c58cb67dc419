import type { FactsProgress } from '../../../shared/domain/team/factsProgress';
import { toErrorBody } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import type { OpenTeam } from '../link/linkState';
import { readPulled } from './exchangeState';
import { sharedKinds } from './kinds/sharedKinds';
import type { SharedKind } from './kinds/sharedKind';
import { pullFacts, type Pulling } from './pullFacts';
import { countWaiting, pushFacts } from './pushFacts';
import { readRefused, retryRefused } from './refusedFacts';
import { createRounds } from './rounds';

export interface FactsExchangeDeps {
  readonly db: Database;
  readonly programVersion: string;
  readonly now: () => number;
  /** What colleagues shared, or how far the exchange is, changed. */
  readonly changed: () => void;
  readonly kinds?: readonly SharedKind[];
  /** How long one exchange waits after the last, in ms; changes come in bursts. */
  readonly restMs?: number;
}

/** Shares with colleagues what this folder learned and did in shared accounts, and learns the same from them. */
export interface FactsExchange {
  /** Exchanges now, or once more when the exchange under way is over. @param mayPush otherwise it only learns */
  run(team: OpenTeam, mayPush: boolean): void;
  /** The store is away: only counts what waits. */
  count(): void;
  /** Begins nothing more. Resolves when nothing of it runs; a store that is closed meanwhile ends it. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way and nothing is wished for. */
  settled(): Promise<void>;
  progress(): FactsProgress;
}

const defaultRestMs = 1000;

/** What a round does. */
interface Wish {
  /** Null: only what waits is counted. */
  readonly team: OpenTeam | null;
  readonly mayPush: boolean;
}

type Known = Pick<FactsProgress, 'merging' | 'waiting' | 'problem'>;

export function createFactsExchange(deps: FactsExchangeDeps): FactsExchange {
  const { db, programVersion, now, kinds = sharedKinds, restMs = defaultRestMs, changed } = deps;
  let known: Known = { merging: null, waiting: 0, problem: null };

  async function exchange({ team, mayPush }: Wish, isStopped: () => boolean): Promise<void> {
    const count = async (): Promise<void> => {
      const waiting = await inTurns(countWaiting(db, kinds));
      known = { ...known, waiting };
    };
    retryRefused(db, programVersion);
    await count();
    if (team === null || isStopped()) return;
    const learned: Pulling['learned'] = ({ learned: soFar, about }, isNew) => {
      known = { ...known, merging: about === null ? null : { learned: soFar, about } };
      if (isNew) changed();
    };
    await pullFacts({ ...deps, team, kinds, isStopped, learned });
    if (!mayPush || known.waiting === 0 || isStopped()) return;
    await pushFacts({ db, team, kinds, programVersion, now, isStopped, pushed: changed });
    if (!isStopped()) await count();
  }

  const rounds = createRounds<Wish>(async (wish, isStopped) => {
    const before = JSON.stringify([known.waiting, known.problem]);
    // The link says what is wrong with a store that is away.
    const problem = await exchange(wish, isStopped).then(() => null, toErrorBody);
    known = { ...known, merging: null, problem: isStopped() ? null : problem };
    if (!isStopped() && JSON.stringify([known.waiting, known.problem]) !== before) changed();
  }, restMs);

  return {
    run: (team, mayPush) => {
      rounds.wish({ team, mayPush });
    },
    count: () => {
      rounds.wish({ team: null, mayPush: false });
    },
    stop: () => rounds.stop(),
    settled: () => rounds.settled(),
    progress() {
      const pulled = readPulled(db);
      const refused = readRefused(db);
      return {
        ...known,
        refused,
        learnedAt: pulled?.finishedAt ?? null,
        unreadable: pulled?.unreadable ?? 0,
      };
    },
  };
}
