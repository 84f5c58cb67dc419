import { CodedError } from '../../../shared/errors';
import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import type { SecretPlace } from '../../secrets/boundSecret';
import type { SecretStore } from '../../secrets/secretStore';
import type { Database } from '../../storage/database';
import { storeSchemaVersion, storeVersion } from '../schema/migrateStore';
import { schemaErrorText } from '../schema/schemaErrorText';
import { openTeamStore } from '../store/teamStore';
import type { OpenTeam } from './linkState';

/** The team that a folder belongs to, without its password. */
export interface Team {
  readonly teamId: string;
  readonly name: string;
  readonly installationId: string;
  readonly address: StoreAddress;
}

/** The team that this folder belongs to; null if it belongs to none. */
export function readTeam(db: Database): Team | null {
  const row = db
    .prepare(
      `SELECT team_id AS teamId, name, installation_id AS installationId, host, port, database, login, encryption,
         ca_file AS caFile FROM teams`,
    )
    .get() as (Omit<Team, 'address'> & StoreAddress) | undefined;
  if (row === undefined) return null;
  const { teamId, name, installationId, ...address } = row;
  return { teamId, name, installationId, address };
}

/** Where a team's password may be sent. */
export const passwordPlace = ({ host, port }: Pick<StoreAddress, 'host' | 'port'>): SecretPlace => ({
  realm: 'team',
  hosts: [`postgresql://${host}:${String(port)}`],
  sameOwner: [],
});

/**
 * Opens the store of the team that this folder belongs to; null if it belongs to none.
 * @throws CodedError SECRET_MISSING or KEYCHAIN_LOCKED without a password; TEAM_OUTDATED if the store's schema isn't this program's;
 * TEAM_REFUSED if it is another team's by now; otherwise as `openTeamStore`
 */
export async function openTeam(db: Database, secrets: Pick<SecretStore, 'get'>): Promise<OpenTeam | null> {
  const team = readTeam(db);
  if (team === null) return null;
  const { teamId, address, installationId } = team;
  const password = await secrets
    .get({ connectionId: teamId, kind: 'team-password' }, passwordPlace(address))
    .catch((thrown: unknown) => {
      throw aboutPassword(thrown);
    });
  if (password === null)
    throw new CodedError({ code: 'SECRET_MISSING', message: schemaErrorText.noPassword });
  const store = await openTeamStore(address, password);
  try {
    const version = await storeVersion(store);
    if (version === storeSchemaVersion) {
      await requireSameTeam(store, team);
      return { store, installationId };
    }
    throw new CodedError({
      code: 'TEAM_OUTDATED',
      message: version > storeSchemaVersion ? schemaErrorText.newer : schemaErrorText.older,
    });
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** The keychain speaks of sign-ins, which this isn't about. */
const aboutPassword = (thrown: unknown): unknown =>
  thrown instanceof CodedError && thrown.code === 'KEYCHAIN_LOCKED'
    ? new CodedError({ code: 'KEYCHAIN_LOCKED', message: schemaErrorText.keychainLocked, retryable: true })
    : thrown;

/** A database that was replaced by another team's must not decide about this team's accounts. */
async function requireSameTeam(store: OpenTeam['store'], { teamId, name }: Team): Promise<void> {
  const [found] = await store.query<{ readonly teamId: string; readonly name: string }>(
    'SELECT team_id::text AS "teamId", name FROM amc.store',
  );
  // Without a row, the login isn't in the team any longer; the next statement says so.
  if (found === undefined || found.teamId === teamId) return;
  throw new CodedError({ code: 'TEAM_REFUSED', message: schemaErrorText.otherTeam(name, found.name) });
}
