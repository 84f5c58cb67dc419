import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useEffect, useEffectEvent, useRef, type ReactElement } from 'react';
import type { CodedError, ErrorBody } from '../../../shared/errors';
import { ErrorDetails, ErrorNotice } from '../../components/ErrorNotice';
import { isExplained } from '../../queries/refresh/unreachable';
import { useUnreachable } from '../../queries/refresh/useUnreachable';
import type { MemberList } from '../../../shared/domain/member/memberList';
import type { MembersReading } from '../../../shared/domain/member/membersReading';
import { membersText } from './membersText';

interface MembersProblemsProps {
  readonly reading: MembersReading;
  readonly connectionId: string;
  /** Why nothing was read or shown at all; null if nothing prevented it. */
  readonly failedToBegin: CodedError | null;
  /** Whether there is anything to see below: otherwise the empty list says what isn't available. */
  readonly hasMembers: boolean;
  readonly refresh: () => void;
}

/** Why the list doesn't match Amazon's, and what to do; nothing if it does. */
export function MembersProblems(props: MembersProblemsProps): ReactElement {
  const { reading, connectionId, failedToBegin, hasMembers, refresh } = props;
  const unreachable = useUnreachable();
  const isKnown = ({ error }: MemberList): boolean =>
    error !== null && isExplained(unreachable, { connectionId, error });
  useReadOnceBack(reading.problems.some(isKnown), unreachable === null, refresh);
  const retry = <Button onClick={refresh}>{membersText.tryAgain}</Button>;
  if (failedToBegin !== null) return <Failure error={failedToBegin.toBody()} action={retry} />;
  return (
    <>
      {reading.problems
        .filter(({ outcome }) => hasMembers || outcome !== 'unavailable' || !reading.isUnavailable)
        .filter((problem) => !isKnown(problem))
        .map((problem) => (
          <Problem key={problem.list} problem={problem} action={retry} />
        ))}
    </>
  );
}

/** What couldn't be read because Amazon couldn't be reached is read once it can be. */
function useReadOnceBack(isUnread: boolean, isBack: boolean, refresh: () => void): void {
  const wasUnread = useRef(false);
  const follow = useEffectEvent(() => {
    if (wasUnread.current && isBack) refresh();
    wasUnread.current = isUnread;
  });
  useEffect(() => {
    follow();
  }, [isUnread, isBack]);
}

interface ProblemProps {
  readonly problem: MemberList;
  readonly action: ReactElement;
}

function Problem({ problem: { list, outcome, error }, action }: ProblemProps): ReactElement | null {
  if (error === null) return null;
  if (outcome === 'failed') return <Failure error={error} action={action} />;
  if (outcome === 'partial') {
    return (
      <Alert type="warning" header={membersText.partialTitle} action={action}>
        {error.message}
        <ErrorDetails error={error} />
      </Alert>
    );
  }
  const isInherited = list === 'inherited';
  return (
    <Alert
      type="warning"
      header={isInherited ? membersText.inheritedUnavailable : membersText.unavailableTitle}
    >
      {isInherited
        ? membersText.inheritedUnavailableBody
        : `${membersText.unavailableBody} ${membersText.olderList}`}
      <ErrorDetails error={error} />
    </Alert>
  );
}

const Failure = ({
  error,
  action,
}: {
  readonly error: ErrorBody;
  readonly action: ReactElement;
}): ReactElement => <ErrorNotice header={membersText.readFailed} error={error} action={action} />;
