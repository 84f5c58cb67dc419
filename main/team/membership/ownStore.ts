import { CodedError } from '../../../shared/errors';
import type { SecretStore } from '../../secrets/secretStore';
import type { Database } from '../../storage/database';
import { openTeam, readTeam, type Team } from '../link/openTeam';
import type { TeamStore } from '../store/teamStore';
import { membershipErrorText } from './membershipErrorText';

export interface OwnStoreDeps {
  readonly db: Database;
  readonly secrets: Pick<SecretStore, 'get'>;
}

/** The team this folder belongs to. @throws CodedError NOT_FOUND without one */
export function requireTeam(db: Database): Team {
  const team = readTeam(db);
  if (team === null) throw noTeam();
  return team;
}

const noTeam = (): CodedError => new CodedError({ code: 'NOT_FOUND', message: membershipErrorText.noTeam });

/**
 * Runs `work` with a connection of its own to the store of the team, for what a person does now and then.
 * @throws CodedError NOT_FOUND without a team; SECRET_MISSING, OTHER_HOSTS or KEYCHAIN_LOCKED without its password;
 * otherwise as `openTeam` and `TeamStore.query`
 */
export async function withOwnStore<T>(
  { db, secrets }: OwnStoreDeps,
  work: (store: TeamStore) => Promise<T>,
): Promise<T> {
  requireTeam(db);
  const opened = await openTeam(db, secrets).catch((thrown: unknown) => {
    throw thrown instanceof CodedError && thrown.code === 'OTHER_HOSTS'
      ? new CodedError({ code: 'OTHER_HOSTS', message: membershipErrorText.movedPassword })
      : thrown;
  });
  if (opened === null) throw noTeam();
  const { store } = opened;
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
