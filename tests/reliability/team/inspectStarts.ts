import type { TeamServer } from '../../support/team/teamServer';

/**
 * Claims that were made by a start while an earlier one of the same installation hadn't ended: a folder and its copy both sent. The
 * store ends a start before a later one may send, so its own clock shows each of them, however fast or slow the machine is.
 */
export async function sentSideBySide(server: TeamServer): Promise<string[]> {
  const superuser = await server.rawAsSuperuser();
  const { rows } = await superuser
    .query<{ readonly holder: string; readonly claims: number }>(
      `SELECT claims.holder, count(DISTINCT claims.id)::integer AS claims
       FROM amc.claims JOIN amc.starts AS own USING (start_id)
         JOIN amc.starts AS earlier ON earlier.installation_id = own.installation_id
           AND (earlier.started_at, earlier.start_id) < (own.started_at, own.start_id)
       WHERE claims.claimed_at <= coalesce(earlier.ended_at, 'infinity')
       GROUP BY claims.holder, own.start_id`,
    )
    .finally(() => superuser.end());
  return rows.map(
    ({ holder, claims }) =>
      `a start of ${holder} claimed ${String(claims)} people while an earlier one was running`,
  );
}
