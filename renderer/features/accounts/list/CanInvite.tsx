import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import { accountsText } from '../accountsText';

interface CanInviteProps {
  readonly account: Pick<Account, 'canInvite' | 'reachable' | 'refusesChanges'>;
  /** Beside a connection's name, which has no heading that asks. */
  readonly short?: boolean;
}

/** Whether people can be invited to an account. */
export function CanInvite({ account, short = false }: CanInviteProps): ReactElement {
  const { canInvite, reachable, refusesChanges } = account;
  if (reachable && refusesChanges && !short)
    return (
      <>
        <StatusIndicator type="stopped">{accountsText.refusesChanges}</StatusIndicator>
        <Box variant="small" display="block">
          {accountsText.refusesChangesHint}
        </Box>
      </>
    );
  const [type, text] = stateOf(canInvite, reachable, short);
  return (
    <StatusIndicator wrapText={false} type={type}>
      {text}
    </StatusIndicator>
  );
}

function stateOf(
  canInvite: boolean | null,
  reachable: boolean,
  short: boolean,
): readonly [StatusIndicatorProps.Type, string] {
  if (!reachable) return ['warning', accountsText.notListed];
  if (canInvite === null) return ['pending', accountsText.notChecked];
  if (!canInvite) return ['stopped', accountsText.viewerOnly];
  return ['success', short ? accountsText.admin : accountsText.yes];
}
