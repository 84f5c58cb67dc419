import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { counted } from '../../components/text/formatTime';
import { OpenOperations } from './OpenOperations';

interface DoubtNoticeProps {
  readonly operations: readonly Operation[];
  /** Called when the person goes to the operations. */
  readonly onLeave: () => void;
}

/** Says in plain words what "in doubt" means and what comes next; null when nothing is. */
export function DoubtNotice({ operations, onLeave }: DoubtNoticeProps): ReactElement | null {
  const doubtful = operations.filter(({ status }) => status === 'inDoubt');
  if (doubtful.length === 0) return null;
  const undecided = doubtful.filter(({ finding }) => finding !== null).length;
  return (
    <Alert
      type="warning"
      header={`${counted(doubtful.length, 'change')} in doubt`}
      action={<OpenOperations onLeave={onLeave} />}
    >
      The request left this computer, but Amazon’s answer never came or could not be read. The change may or
      may not have happened.{' '}
      {undecided === doubtful.length
        ? 'Amazon’s list did not settle it: decide under Operations.'
        : 'The app reads Amazon’s list about a minute later and settles it by that, or asks you under Operations. Until then do not send it again, so that nobody is invited twice.'}
    </Alert>
  );
}
