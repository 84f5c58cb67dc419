import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { consentText } from './consentText';
import type { TeamWait } from './consenting';

/** Says before something is agreed to that it isn’t sent yet where accounts are shared with the team, and why. */
export const TeamWaitNotice = ({ why, accounts, maySendSolo, explanation }: TeamWait): ReactElement =>
  why === 'rules' ? (
    <Alert type="warning" header={consentText.teamRulesTitle}>
      {explanation} {consentText.teamRules(accounts)}
    </Alert>
  ) : (
    <Alert type="warning" header={consentText.teamAwayTitle}>
      {explanation} {consentText.teamAway(accounts)}{' '}
      {maySendSolo ? consentText.teamAwaySolo : consentText.teamAwayWaits}
    </Alert>
  );
