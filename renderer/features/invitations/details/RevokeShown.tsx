import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import type { Invitation, InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useResults } from '../../results/resultsContext';
import { reachThrough } from '../changes/reach';
import { RevokeDialog } from '../changes/RevokeDialog';
import { detailsText } from './detailsText';

interface RevokeShownProps {
  readonly invitation: Invitation;
  /** Through the connection of the list beside it. */
  readonly shown: InvitationRef;
}

/** Revokes the invitation whose details are open, once the usual dialog is agreed to; null if that can't be done from here. */
export function RevokeShown({ invitation, shown }: RevokeShownProps): ReactElement | null {
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const results = useResults();
  const [isAsking, setAsking] = useState(false);
  const reached =
    reachThrough(accounts, connections, shown)(invitation) ??
    reachThrough(accounts, connections, null)(invitation);
  if (invitation.state !== 'pending' || reached === null) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{detailsText.revoke}</Button>
      {isAsking ? (
        <RevokeDialog
          selected={[reached]}
          onCancel={() => setAsking(false)}
          onSent={(written) => {
            setAsking(false);
            results.show(written);
          }}
        />
      ) : null}
    </>
  );
}
