import type { SecretName } from '../../secrets/secretLedger';
import type { Database } from '../../storage/database';
import { forgetExchange } from '../facts/exchangeState';
import type { Team } from '../link/openTeam';

/** Writes the team in place of what was there. */
export function writeTeam(
  db: Database,
  { teamId, name, installationId, address }: Team,
  joinedAt: number,
): void {
  db.prepare(
    `INSERT OR REPLACE INTO teams (number, team_id, name, host, port, database, login, encryption, ca_file, installation_id,
       joined_at, heard_at)
     VALUES (1, :teamId, :name, :host, :port, :database, :login, :encryption, :caFile, :installationId,
       coalesce((SELECT joined_at FROM teams), :joinedAt), (SELECT heard_at FROM teams))`,
  ).run({ ...address, teamId, name, installationId, joinedAt });
}

/** Forgets the team and what is shared with it. What was done under its rules stays in history. */
export function deleteTeam(db: Database): void {
  forgetExchange(db);
  db.exec('DELETE FROM team_members');
  db.exec('DELETE FROM team_erasures');
  db.exec('DELETE FROM team_accounts');
  db.exec('DELETE FROM team_rules');
  db.exec('DELETE FROM teams');
}

export const passwordName = (teamId: string): SecretName => ({
  connectionId: teamId,
  kind: 'team-password',
});
