import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { isMemberKind, personNameOf, type Operation } from '../../../../shared/domain/outbox/operation';
import { hrefOf, type Route } from '../../../../shared/navigation/routes';
import type { InviteAgain } from '../../../../shared/navigation/inviteAgain';
import { goTo } from '../../../navigation/useRoute';
import { refOf } from '../../../queries/accounts';
import { useRetryShown } from '../../../queries/outbox';
import { remedyOf } from '../summary';
import { useResults } from '../resultsContext';
import { resultsText } from '../resultsText';

interface RowRemedyProps {
  readonly operation: Operation;
  /** To let in again somebody who was removed; null where nobody was, or the address isn't certain. */
  readonly again: InviteAgain | null;
  /** Called when the person goes to another screen. */
  readonly onLeave: () => void;
}

/** What can be done about one change that did not go well, or to undo a removal; null where nothing can be done here. */
export function RowRemedy({ operation, again, onLeave }: RowRemedyProps): ReactElement | null {
  const retry = useRetryShown();
  const results = useResults();
  const { operationId, runId, emailAddress, kind } = operation;
  const person = personNameOf(operation);
  const remedy = remedyOf(operation);
  const leaveFor = (route: Route): void => {
    onLeave();
    goTo(route);
  };
  if (remedy === null && again === null) return null;
  if (remedy === 'retry') {
    return (
      <Button
        variant="inline-link"
        ariaLabel={resultsText.retryOf(person)}
        loading={retry.isPending}
        onClick={() =>
          retry.mutate([operationId], {
            onSuccess: (newIds) => {
              if (newIds !== null) results.replace(operationId, newIds);
              // Operations asks what has to be asked first.
              else leaveFor({ screen: 'operations', runId });
            },
          })
        }
      >
        {retry.isError ? resultsText.retryAgain : resultsText.retry}
      </Button>
    );
  }
  const [target, text]: readonly [Route, string] =
    again !== null
      ? [{ screen: 'invite', account: null, again }, resultsText.inviteAgain]
      : remedy === 'resolve'
        ? [{ screen: 'operations', runId }, resultsText.resolve]
        : isMemberKind(kind)
          ? [{ screen: 'members', account: refOf(operation) }, resultsText.openMembers]
          : [
              { screen: 'invitations', account: refOf(operation), filter: { search: emailAddress } },
              resultsText.openInvitation,
            ];
  return (
    <Link
      href={hrefOf(target)}
      ariaLabel={`${text}: ${person}`}
      onFollow={(event) => {
        event.preventDefault();
        leaveFor(target);
      }}
    >
      {text}
    </Link>
  );
}
