import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { TeamStatus } from '../../../../shared/domain/team/teamStatus';
import { formatNumber } from '../../../../shared/text/formats';
import { RelativeTime } from '../../../components/Times';
import { historyItems } from './historyItems';
import { teamText } from './teamText';

const types = {
  connecting: 'loading',
  connected: 'success',
  checking: 'in-progress',
  copy: 'warning',
  away: 'error',
} as const;

/** How this installation stands with its team. */
export function TeamFacts({ team }: { readonly team: TeamStatus }): ReactElement {
  const { name, state, explanation, lastContactAt, rights, sharedAccounts, colleagues, history, erasures } =
    team;
  return (
    <SpaceBetween size="l">
      {explanation === '' ? null : (
        <Alert
          type={state === 'checking' ? 'info' : 'warning'}
          {...(state === 'away' || state === 'copy'
            ? { header: state === 'away' ? teamText.awayTitle : teamText.copyTitle }
            : {})}
        >
          {explanation} {state === 'away' ? teamText.awayEffect : null}
        </Alert>
      )}
      <KeyValuePairs
        columns={3}
        items={[
          { label: teamText.name, value: <span className="breaks-anywhere">{name}</span> },
          {
            label: teamText.login,
            value: <span className="breaks-anywhere">{teamText.loginOf(team)}</span>,
          },
          {
            label: teamText.rights,
            value: rights === null ? teamText.unknownRights : teamText.rightsOf(rights),
          },
          {
            label: teamText.state,
            value: <StatusIndicator type={types[state]}>{teamText.states[state]}</StatusIndicator>,
          },
          {
            label: teamText.lastContact,
            value: lastContactAt === null ? teamText.noContact : <RelativeTime at={lastContactAt} />,
          },
          {
            label: teamText.store,
            value: <span className="breaks-anywhere">{teamText.storeOf(team)}</span>,
          },
          { label: teamText.sharedAccounts, value: formatNumber(sharedAccounts) },
          ...historyItems(history),
          ...(erasures.people === 0
            ? []
            : [
                {
                  label: teamText.erasing,
                  value: (
                    <StatusIndicator type={erasures.problem === '' ? 'pending' : 'warning'}>
                      {teamText.erasuresWait(erasures)}
                    </StatusIndicator>
                  ),
                },
              ]),
          ...(colleagues.length === 0
            ? []
            : [
                {
                  label: teamText.sendingNow,
                  value: (
                    <ul className="plain-list">
                      {colleagues.map((colleague) => (
                        <li key={`${colleague.displayName} ${colleague.accountName}`}>
                          {teamText.sendingOf(colleague)}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
    </SpaceBetween>
  );
}
