import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { ErrorDetails } from '../../../components/ErrorNotice';
import { RelativeTime } from '../../../components/Times';
import { accountsText } from '../accountsText';
import type { AccountRow } from '../../../queries/accountRows';

interface ReadProblemsProps {
  readonly row: AccountRow;
  readonly connectionOf: (account: Account) => Connection | undefined;
}

/** What went wrong when an account's invitations were last read, through which connection, and what to do. */
export function ReadProblems({ row, connectionOf }: ReadProblemsProps): ReactElement {
  const isOneOfSeveral = row.accesses.length > 1;
  return (
    <>
      {row.accesses.map((access) => (
        <ReadProblem
          key={access.connectionId}
          account={access}
          through={isOneOfSeveral ? (connectionOf(access)?.label ?? null) : null}
        />
      ))}
    </>
  );
}

interface ReadProblemProps {
  readonly account: Account;
  /** The connection's label; null: it is the only one. */
  readonly through: string | null;
}

/** Null if it was read. */
function ReadProblem({ account: { trouble, troubleAt }, through }: ReadProblemProps): ReactElement | null {
  if (trouble === null) return null;
  return (
    <>
      <StatusIndicator type="error">
        {through === null ? accountsText.accountNotRead : accountsText.notReadThrough(through)}
      </StatusIndicator>
      <Box variant="small" display="block">
        {trouble.message}
        {troubleAt === null ? null : (
          <>
            {' '}
            (<RelativeTime at={troubleAt} />)
          </>
        )}
      </Box>
      <ErrorDetails error={trouble} />
    </>
  );
}
