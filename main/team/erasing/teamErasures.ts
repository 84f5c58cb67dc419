import type { ProposedErasure } from '../../../shared/domain/team/proposedErasure';
import type { WaitingErasures } from '../../../shared/domain/team/teamStatus';
import { CodedError, toErrorBody, type ErrorBody } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { OpenTeam } from '../link/linkState';
import { erasingErrorText } from './erasingErrorText';
import { erasureRefs } from './erasureRefs';
import { eraseInStore } from './eraseInStore';
import { proposedErasures } from './proposedErasures';
import { refsOf, type ErasedPerson } from './refsOf';

export interface TeamErasuresDeps {
  readonly db: Database;
  readonly now: () => number;
  readonly changed: () => void;
}

/** Erasing people in the team's store, and asking colleagues to do the same. What `TeamErasing` of main/people needs. */
export interface TeamErasures {
  prepare(person: ErasedPerson, inStore: boolean): (erasure: BegunErasure) => void;
  erased(person: ErasedPerson, erasure: BegunErasure): void;
  /** Whom colleagues erased and who is still named here. */
  proposed(): ProposedErasure[];
  /** What waits for the store. */
  waiting(): WaitingErasures;
  /** The store can be used: it does what waits. Never rejects. */
  run(team: OpenTeam): Promise<void>;
}

/** An erasure of this folder. */
interface BegunErasure {
  readonly number: number;
  readonly erasureId: string;
}

interface Row {
  readonly number: number;
  readonly factId: string;
  readonly refs: string;
}

/** @param wake asks the link to call `run` soon */
export function createTeamErasures({ db, now, changed }: TeamErasuresDeps, wake: () => void): TeamErasures {
  /** Whom it is about, until the app ends; afterward the store tells by the IDs. By number. */
  const people = new Map<number, ErasedPerson>();
  let problem: ErrorBody | null = null;

  async function carryOut(team: OpenTeam, { number, factId, refs }: Row): Promise<void> {
    const request = {
      factId,
      refs: erasureRefs.parse(JSON.parse(refs)),
      person: people.get(number) ?? null,
    };
    await eraseInStore(team, request);
    transaction(db, () => {
      db.prepare('UPDATE team_erasures SET done_at = ? WHERE number = ?').run(now(), number);
    });
    people.delete(number);
  }

  return {
    prepare(person, inStore) {
      const isInTeam = db.prepare('SELECT 1 FROM teams').get() !== undefined;
      if (inStore && !isInTeam) {
        throw new CodedError({ code: 'INVALID_INPUT', message: erasingErrorText.noTeam });
      }
      if (inStore && !isAdministrator(db)) {
        throw new CodedError({ code: 'TEAM_REFUSED', message: erasingErrorText.noAdministrator });
      }
      if (!isInTeam) return () => undefined;
      const refs = refsOf(db, person);
      return ({ number, erasureId }) => {
        db.prepare('INSERT INTO team_erasures (number, fact_id, refs, in_store) VALUES (?, ?, ?, ?)').run(
          ...[number, erasureId, JSON.stringify(refs), inStore ? 1 : 0],
        );
      };
    },
    erased(person, { number }) {
      people.set(number, person);
      wake();
      changed();
    },
    proposed: () => proposedErasures(db),
    waiting: () => ({ people: waitingRows(db).length, problem: problem?.message ?? '' }),
    async run(team) {
      const before = JSON.stringify([waitingRows(db), problem]);
      problem = null;
      // One that can't be done yet doesn't hold up the others.
      for (const row of waitingRows(db)) {
        try {
          await carryOut(team, row);
        } catch (thrown) {
          problem ??= toErrorBody(thrown);
        }
      }
      if (JSON.stringify([waitingRows(db), problem]) !== before) changed();
    },
  };
}

/** Whether this folder's own login administers the team, as the store said last. The store decides. */
const isAdministrator = (db: Database): boolean =>
  db.prepare('SELECT 1 FROM teams JOIN team_members USING (login) WHERE may_administer = 1').get() !==
  undefined;

/** What the store still has to do, in the order in which it was asked for. */
function waitingRows(db: Database): Row[] {
  const rows: unknown = db
    .prepare(
      `SELECT number, fact_id AS factId, refs FROM team_erasures WHERE in_store = 1 AND done_at IS NULL ORDER BY number`,
    )
    .all();
  return rows as Row[];
}
