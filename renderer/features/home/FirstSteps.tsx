import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { linkTo } from '../../navigation/useRoute';
import { useConnections } from '../../queries/connections';
import { useOutboxStatus } from '../../queries/outbox';
import { oldestReading } from '../../queries/refresh/copyAge';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { firstStepsOf } from './firstSteps';
import { homeText } from './homeText';

/** What to do on the first day, until the first change was asked for or a person hides it; else null. */
export function FirstSteps({ accounts }: { readonly accounts: readonly Account[] }): ReactElement | null {
  const connections = useConnections();
  const settings = useSettings();
  const runs = useOutboxStatus()?.runs;
  const change = useChangeSettings();
  if (connections === undefined || settings === undefined || runs === undefined) return null;
  if (runs.length > 0 || settings.firstStepsHidden) return null;
  const steps = firstStepsOf({ connections, accountsRead: oldestReading(accounts) !== null, settings });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button onClick={() => change({ firstStepsHidden: true })}>{homeText.hideFirstSteps}</Button>
          }
        >
          {homeText.firstSteps}
        </Header>
      }
    >
      <ol className="inbox" aria-label={homeText.firstSteps}>
        {steps.map(({ title, reason, to, isDone }) => (
          <li key={title} className="row">
            <div className="row-rest">
              <StatusIndicator type={isDone ? 'success' : 'pending'}>
                {isDone ? title : <Link {...linkTo(to)}>{title}</Link>}
              </StatusIndicator>
              <small className="step-reason">{isDone ? homeText.done : reason}</small>
            </div>
          </li>
        ))}
      </ol>
    </Container>
  );
}
