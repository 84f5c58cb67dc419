import {
  isSettled,
  proposedOf,
  type DoubleSide,
  type TeamDouble,
} from '../../../shared/domain/team/teamDouble';
import { CodedError } from '../../../shared/errors';
import { accountRefOf } from '../../access/accountAccess';
import type { Activity } from '../../activity/activity';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { withOwnStore, type OwnStoreDeps } from '../membership/ownStore';
import { pullDoubles, storedDismissal, storedSide } from './pullDoubles';
import { soloText } from './soloText';
import { twoInvitations } from './twoInvitations';

/** $1: the claim sent without the team, $2: the other, $3: realm, $4: account, $5: reason. */
const dismissSql = `
  INSERT INTO amc.dismissals (solo_id, other_id, realm, account_id, reason) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING`;

export interface DoublesDeps extends OwnStoreDeps {
  readonly activity: Pick<Activity, 'record'>;
  readonly now: () => number;
  readonly changed: () => void;
}

/** People invited twice, since one of the invitations was sent without the team. Nothing is revoked automatically. */
export interface Doubles {
  /** Those of which neither invitation has ended, as this app knows, and that nobody dismissed. */
  list(): TeamDouble[];
  /**
   * Both stay, for a reason that the team reads.
   * @throws CodedError NOT_FOUND; as `withOwnStore`
   */
  dismiss(soloId: string, otherId: string, reason: string): Promise<void>;
}

export function createDoubles(deps: DoublesDeps): Doubles {
  const { db, now, activity, changed } = deps;
  return {
    list: () =>
      onePerPair(readDoubles(db))
        .map(({ double }) => double)
        .filter(({ dismissal, sides }) => dismissal === null && !isSettled(sides)),
    async dismiss(soloId, otherId, reason) {
      const found = readDoubles(db).find(
        ({ double }) => double.soloId === soloId && double.otherId === otherId,
      );
      if (found === undefined) throw new CodedError({ code: 'NOT_FOUND', message: soloText.noDouble });
      const { realm, accountId, double } = found;
      const actor = await withOwnStore(deps, async (store) => {
        await store.query(dismissSql, [soloId, otherId, realm, accountId, reason]);
        await pullDoubles(db, store);
        const [self] = await store.query<{ readonly name: string }>(
          'SELECT display_name AS name FROM amc.members WHERE login = session_user',
        );
        return self?.name ?? '';
      });
      transaction(db, () => {
        activity.record([
          {
            ...{ at: now(), action: 'dismissDouble', result: 'done', connectionLabel: '', actor, realm },
            ...{ accountId, accountName: double.accountName, emailAddress: double.emailAddress },
            ...{ userName: '', role: '', invitationId: null, userId: null, operationId: null },
            ...{ amazonRequestId: null, code: null, detail: reason },
          },
        ]);
      });
      changed();
    },
  };
}

interface StoredDouble {
  readonly realm: string;
  readonly accountId: string;
  readonly double: TeamDouble;
}

/**
 * Where several changes were settled by one invitation, the same two invitations come in several pairs of changes: they are listed
 * once, and not at all once somebody left both.
 */
function onePerPair(doubles: readonly StoredDouble[]): StoredDouble[] {
  const pairs = new Map<string, StoredDouble>();
  for (const each of doubles) {
    const key = JSON.stringify([each.realm, each.accountId, ...invitationsOf(each.double.sides).toSorted()]);
    const before = pairs.get(key);
    if (before === undefined || (before.double.dismissal === null && each.double.dismissal !== null)) {
      pairs.set(key, each);
    }
  }
  return [...pairs.values()];
}

/** What tells both invitations apart. */
const invitationsOf = (sides: readonly DoubleSide[]): string[] =>
  sides.map(({ invitationId, claimId }) => invitationId ?? claimId);

function readDoubles(db: Database): StoredDouble[] {
  const rows = db
    .prepare(
      `SELECT solo_id AS soloId, other_id AS otherId, realm, account_id AS accountId, address, sides, dismissal,
         (SELECT name FROM accounts WHERE accounts.realm = team_doubles.realm
            AND accounts.account_id = team_doubles.account_id) AS name
       FROM team_doubles ORDER BY solo_id DESC, other_id`,
    )
    .all() as unknown as DoubleRow[];
  const stateOf = db.prepare(
    'SELECT state FROM invitations WHERE realm = ? AND account_id = ? AND invitation_id = ?',
  );
  return rows.flatMap(({ soloId, otherId, realm, accountId, address, name, ...row }) => {
    const stored = storedSide.array().parse(JSON.parse(row.sides));
    const sides = twoInvitations(db, { realm, accountId, address }, stored)?.map(
      ({ login: _, ...side }): DoubleSide => {
        const known =
          side.invitationId === null
            ? undefined
            : (stateOf.get(realm, accountId, side.invitationId) as { readonly state: string } | undefined);
        return { ...side, at: Math.floor(side.at), state: shownState(known?.state) };
      },
    );
    if (sides === undefined) return [];
    const double: TeamDouble = {
      ...{ soloId, otherId, sides, accountName: name ?? accountId, emailAddress: address },
      account: accountRefOf(db, realm, accountId),
      proposed: proposedOf(sides),
      dismissal: row.dismissal === null ? null : storedDismissal.parse(JSON.parse(row.dismissal)),
    };
    return [{ realm, accountId, double }];
  });
}

interface DoubleRow {
  readonly soloId: string;
  readonly otherId: string;
  readonly realm: string;
  readonly accountId: string;
  readonly address: string;
  readonly sides: string;
  readonly dismissal: string | null;
  readonly name: string | null;
}

const shownState = (state: string | undefined): DoubleSide['state'] => {
  if (state === undefined) return 'unknown';
  return state === 'pending' || state === 'accepted' ? state : 'ended';
};
