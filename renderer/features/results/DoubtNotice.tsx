import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account';
import type { Operation } from '../../../shared/domain/operation';
import { AsOf } from '../../components/Times';
import { counted } from '../../components/formatTime';
import { useAccounts } from '../../queries/accounts';
import { useRefreshInvitations, useRefreshState } from '../../queries/refresh';

/** Says in plain words what "in doubt" means and offers to look at what Amazon has; null when nothing is. */
export function DoubtNotice({
  operations,
}: {
  readonly operations: readonly Operation[];
}): ReactElement | null {
  const refresh = useRefreshInvitations();
  const { refreshing } = useRefreshState();
  const { accounts = [] } = useAccounts();
  const doubtful = operations.filter(({ status }) => status === 'inDoubt');
  if (doubtful.length === 0) return null;
  const places = distinctAccounts(doubtful);
  const asOf = oldestReading(places.map((place) => accounts.find((account) => sameAccount(account, place))));
  const latestDoubt = Math.max(...doubtful.map(({ settledAt, createdAt }) => settledAt ?? createdAt));
  return (
    <Alert
      type="warning"
      header={`${counted(doubtful.length, 'change')} in doubt`}
      action={
        <Button
          loading={refreshing}
          loadingText="Checking"
          onClick={() => {
            refresh(places);
          }}
        >
          Check with Amazon
        </Button>
      }
    >
      The request left this computer, but Amazon’s answer never came or could not be read. The change may or
      may not have happened. Check with Amazon before you send it again, so that nobody is invited twice.
      {asOf !== null && asOf > latestDoubt ? (
        <>
          {' '}
          The list of invitations is <AsOf at={asOf} />: look there for the people named below.
        </>
      ) : null}
    </Alert>
  );
}

const sameAccount = (one: AccountRef, other: AccountRef): boolean =>
  one.connectionId === other.connectionId && one.accountId === other.accountId;

function distinctAccounts(operations: readonly Operation[]): readonly AccountRef[] {
  const places: AccountRef[] = [];
  for (const { connectionId, accountId } of operations) {
    const place = { connectionId, accountId };
    if (!places.some((known) => sameAccount(known, place))) places.push(place);
  }
  return places;
}

/** When the least recently read of the accounts was read; null when one never was. */
function oldestReading(accounts: readonly ({ invitationsAsOf: number | null } | undefined)[]): number | null {
  const times = accounts.map((account) => account?.invitationsAsOf ?? null);
  return times.includes(null) ? null : Math.min(...times.filter((time) => time !== null));
}
