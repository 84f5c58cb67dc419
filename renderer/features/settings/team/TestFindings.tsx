import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { StoreTest } from '../../../../shared/domain/team/storeTest';
import './team.css';
import { teamText } from './teamText';

const types = { holds: 'success', wrong: 'error', notTested: 'pending' } as const;

/** What a test of the connection found, step by step. */
export function TestFindings({ test: { findings } }: { readonly test: StoreTest }): ReactElement {
  return (
    <LiveRegion>
      <ul className="test-findings" aria-label={teamText.findings}>
        {findings.map(({ step, outcome, text }) => (
          <li key={step}>
            <StatusIndicator type={types[outcome]} iconAriaLabel={teamText.outcomes[outcome]}>
              {teamText.steps[step]}
            </StatusIndicator>{' '}
            <span className="breaks-anywhere">{text === '' ? teamText.notTested : text}</span>
          </li>
        ))}
      </ul>
    </LiveRegion>
  );
}
