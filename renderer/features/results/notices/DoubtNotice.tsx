import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import { counted } from '../../../components/text/formatTime';
import { OpenOperations } from '../OpenOperations';
import { resultsText } from '../resultsText';

interface DoubtNoticeProps {
  readonly operations: readonly Operation[];
  /** Called when the person goes to the operations. */
  readonly onLeave: () => void;
}

/** Explains "in doubt" in plain words, and what comes next; null if nothing is in doubt. */
export function DoubtNotice({ operations, onLeave }: DoubtNoticeProps): ReactElement | null {
  const doubtful = operations.filter(({ status }) => status === 'inDoubt');
  if (doubtful.length === 0) return null;
  const undecided = doubtful.filter(({ finding }) => finding !== null).length;
  return (
    <Alert
      type="warning"
      header={resultsText.doubtTitle(counted(doubtful.length, 'change'))}
      action={<OpenOperations onLeave={onLeave} />}
    >
      {resultsText.doubtBody}{' '}
      {undecided === doubtful.length ? resultsText.doubtToDecide : resultsText.doubtToCheck}
    </Alert>
  );
}
