import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account/account';
import { EmptyState } from '../../components/EmptyState';
import { Title } from '../../components/Title';
import type { BatchPart } from '../../../shared/navigation/routes';
import { useAccount, useAccounts } from '../../queries/accounts';
import { ActivityTable } from './ActivityTable';
import { activityText } from './activityText';

/** The record of what was done in one account (`scope`) or in all. */
export function ActivityPage({
  scope,
  batch,
}: {
  readonly scope: AccountRef | null;
  /** Where only what a batch led to is shown at first. */
  readonly batch: BatchPart | null;
}): ReactElement | null {
  const account = useAccount(scope);
  const { accounts } = useAccounts();
  if (accounts === undefined) return null;
  if (scope !== null && account === undefined) {
    return (
      <EmptyState title={activityText.unknownAccountTitle}>{activityText.unknownAccountBody}</EmptyState>
    );
  }
  return (
    <>
      <Title>{account === undefined ? 'Activity' : activityText.accountTitle(account.name)}</Title>
      <ActivityTable account={account ?? null} batch={batch} />
    </>
  );
}
