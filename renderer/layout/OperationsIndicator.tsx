import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { indicationOf } from '../features/operations/runs/runText';
import { useDoubtCount, useOutboxStatus } from '../queries/outbox';
import { linkTo } from '../navigation/useRoute';
import { layoutText } from './layoutText';

/** The progress of sending, on any screen, linking to the operations; null if there is nothing to say. */
export function OperationsIndicator(): ReactElement | null {
  const status = useOutboxStatus();
  const doubts = useDoubtCount(null);
  const indication = status === undefined ? null : indicationOf(status, doubts);
  if (indication === null) return null;
  return (
    <span className="top-bar-cut" title={indication.text}>
      <StatusIndicator type={indication.type} wrapText={false}>
        <Link
          {...linkTo({ screen: 'operations', runId: null })}
          ariaLabel={layoutText.openOperations(indication.text)}
        >
          {indication.text}
        </Link>
      </StatusIndicator>
    </span>
  );
}
