import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { migrateStore } from '../schema/migrateStore';
import { openTeamStore } from '../store/teamStore';

/**
 * Sets up a database for a team, or brings it up to date. For a team administrator.
 * @param first the team's name and the administrator's own, for a new store
 * @throws CodedError as `migrateStore`
 */
export async function setUpStore(
  address: StoreAddress,
  password: string,
  first: Parameters<typeof migrateStore>[1],
): Promise<void> {
  const store = await openTeamStore(address, password);
  try {
    await migrateStore(store, first);
  } finally {
    await store.close();
  }
}
