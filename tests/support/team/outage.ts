import { CodedError } from '../../../shared/errors';
import type { TeamStore } from '../../../main/team/store/teamStore';

/** The connection of one desktop to the store, which a test can cut. */
export interface Outage {
  isAway: boolean;
  /** See `DesktopOptions.through`. */
  readonly through: (store: TeamStore) => TeamStore;
}

/** @param code the problem that the desktop meets meanwhile */
export function createOutage(code: 'TEAM_UNREACHABLE' | 'TEAM_REFUSED' = 'TEAM_UNREACHABLE'): Outage {
  const outage: Outage = {
    isAway: false,
    through: (store) => ({
      ...store,
      query: (sql, values) =>
        outage.isAway
          ? Promise.reject(new CodedError({ code, message: 'The store is away.', retryable: true }))
          : store.query(sql, values),
    }),
  };
  return outage;
}
