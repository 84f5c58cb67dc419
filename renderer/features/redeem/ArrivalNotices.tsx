import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { ConnectionSetup } from '../../../shared/domain/redeem/redeem';
import { useDismissSetup, useDismissUnreadable } from '../../queries/redeem';
import { SetupNotice } from './SetupNotice';
import { redeemText } from './redeemText';

interface ArrivalNoticesProps {
  readonly setup: ConnectionSetup | null;
  readonly unreadable: string | null;
  /** How many links since the app started. */
  readonly turnedAway: number;
}

/** What came from outside besides invitations; null if nothing did. */
export function ArrivalNotices({ setup, unreadable, turnedAway }: ArrivalNoticesProps): ReactElement | null {
  const dismissSetup = useDismissSetup();
  const dismissUnreadable = useDismissUnreadable();
  if (setup === null && unreadable === null && turnedAway === 0) return null;
  return (
    <SpaceBetween size="s">
      {setup === null ? null : <SetupNotice setup={setup} onDismiss={dismissSetup} />}
      {unreadable === null ? null : (
        <Alert
          type="warning"
          header={redeemText.unreadableLinkTitle}
          dismissible
          i18nStrings={{ dismissAriaLabel: redeemText.dismiss }}
          onDismiss={dismissUnreadable}
        >
          <span className="breaks-anywhere">{unreadable}</span>
        </Alert>
      )}
      {turnedAway === 0 ? null : <Alert type="warning">{redeemText.turnedAway(turnedAway)}</Alert>}
    </SpaceBetween>
  );
}
