import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { ExpiryChart } from './ExpiryChart';
import type { ExpiryDay } from './expiringText';
import { PendingChart } from './PendingChart';

interface ChartsProps {
  readonly days: readonly ExpiryDay[];
  readonly accounts: readonly Account[];
}

/** When pending invitations expire, and where they are; beside each other where there is room. */
export function Charts({ days, accounts }: ChartsProps): ReactElement {
  return (
    <div className="charts">
      <ExpiryChart days={days} />
      <PendingChart accounts={accounts} />
    </div>
  );
}
