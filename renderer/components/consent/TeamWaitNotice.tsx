import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { consentText } from './consentText';

interface TeamAwayNoticeProps {
  /** How many accounts wait. */
  readonly accounts: number;
  readonly maySendSolo: boolean;
  readonly explanation: string;
}

/** Says before something is agreed to that it will wait, since the team’s database is away. */
export const TeamAwayNotice = ({ accounts, maySendSolo, explanation }: TeamAwayNoticeProps): ReactElement => (
  <Alert type="warning" header={consentText.teamAwayTitle}>
    {explanation} {consentText.teamAway(accounts)}{' '}
    {maySendSolo ? consentText.teamAwaySolo : consentText.teamAwayWaits}
  </Alert>
);
