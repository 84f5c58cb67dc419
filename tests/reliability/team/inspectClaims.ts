import type { Database } from '../../../main/storage/database';
import type { TeamServer } from '../../support/team/teamServer';

/** A claim as the store has it. */
export interface StoreClaim {
  readonly state: string;
  readonly kind: string;
  /** `turn`, or how it came to the store afterward. */
  readonly origin: string;
  readonly accountId: string;
  readonly settledBy: string | null;
  readonly who: string;
  readonly invitationId: string | null;
  readonly installationId: string;
}

/** All claims, by ID. */
export async function readClaims(server: TeamServer): Promise<ReadonlyMap<string, StoreClaim>> {
  const superuser = await server.rawAsSuperuser();
  const { rows } = await superuser
    .query<StoreClaim & { readonly id: string }>(
      `SELECT id::text AS id, state, kind, origin, account_id AS "accountId", settled_by AS "settledBy", who,
         invitation_id AS "invitationId", installation_id::text AS "installationId" FROM amc.claims`,
    )
    .finally(() => superuser.end());
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Where the store says something else about a claim than the journal of the desktop that made it.
 * @param isCopy of a folder whose original went on with the claims it had
 */
export function claimsFalselyReported(
  db: Database,
  claims: ReadonlyMap<string, StoreClaim>,
  isCopy: boolean,
): string[] {
  const rows = db
    .prepare(
      `SELECT claim_id AS id, iif(given_back = 1, 'released', status) AS state, invitation_id AS invitationId
       FROM team_claims JOIN operations USING (operation_id)
       -- Of what was sent without the store, it hears what was done; an attempt that Amazon certainly didn't take is no such.
       WHERE solo = 0 OR (status = 'done' AND given_back = 0)`,
    )
    .all() as { readonly id: string; readonly state: string; readonly invitationId: string | null }[];
  return rows.flatMap(({ id, state, invitationId }) => {
    const found = claims.get(id);
    if (found?.state === state && (state !== 'done' || found.invitationId === invitationId)) return [];
    if (state === 'done' && found?.state === 'failed' && isDoneByCopy(claims, found, invitationId)) return [];
    // What the copy gave back the original sent, and settled.
    if (isCopy && state === 'released' && found?.state === 'done') return [];
    // Certainly not made, as its journal knows; a colleague found the same by Amazon's list.
    if (found?.state === 'failed' && state === 'released') return [];
    // Freed before it was confirmed, so its call was never made; the journal found the same by Amazon's list.
    if (found?.state === 'released' && state === 'failed') return [];
    return [
      `the claim ${id} is ${state}; the store has ${found === undefined ? 'nothing' : `${found.state} for ${found.who}${othersOf(claims, found)}`}`,
    ];
  });
}

/** The other claims on the same person in the account, by which a contradiction is explained. */
const othersOf = (claims: ReadonlyMap<string, StoreClaim>, found: StoreClaim): string => {
  const others = [...claims.values()].filter(
    (each) => each !== found && each.who === found.who && each.accountId === found.accountId,
  );
  const text = others.map((each) => `${each.kind} ${each.state} by ${each.settledBy ?? 'nobody'}`).join(', ');
  return `, settled by ${found.settledBy ?? 'nobody'}; other claims: ${text === '' ? 'none' : text}`;
};

/**
 * Whether the copy of a folder settled a claim that the original left in doubt, and what it was about was done nevertheless, under
 * another claim. An invitation: the copy invited the person itself, and the original, back again, finds that one in Amazon's
 * list and takes it for its own, which it is. A change of a member: made by anybody, the member has the role or is gone, and the
 * journal says done by Amazon's list of members.
 */
const isDoneByCopy = (
  claims: ReadonlyMap<string, StoreClaim>,
  { who, kind, accountId, installationId }: StoreClaim,
  invitationId: string | null,
): boolean =>
  [...claims.values()].some(
    (each) =>
      each.state === 'done' &&
      each.who === who &&
      each.kind === kind &&
      each.accountId === accountId &&
      (kind === 'create'
        ? each.installationId === installationId && each.invitationId === invitationId
        : true),
  );
