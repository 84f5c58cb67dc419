import { isDraft, type Connection } from '../../shared/domain/connection/connection';
import { useAccounts } from './accounts';

/** Tells drafts from connections that somebody has signed in to. None is taken for a draft before the accounts are known. */
export function useIsDraft(): (connection: Connection) => boolean {
  const { accounts } = useAccounts();
  return (connection) =>
    accounts !== undefined &&
    isDraft(
      connection,
      accounts.some(({ connectionId }) => connectionId === connection.connectionId),
    );
}
