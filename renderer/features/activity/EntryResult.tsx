import Popover from '@cloudscape-design/components/popover';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { resultName, type ActivityEntry, type ActivityResult } from '../../../shared/domain/activity';
import { isNotNeeded, personNameOf } from '../../../shared/domain/outbox/operation';
import { CopyableId } from '../../components/names/CopyableId';
import { exactTime } from '../../components/text/formatTime';
import { linkTo } from '../../navigation/useRoute';
import { activityText } from './activityText';

const types: Record<ActivityResult, StatusIndicatorProps.Type> = {
  done: 'success',
  failed: 'error',
  inDoubt: 'warning',
};

/** How a change ended and, on demand, more details. */
export function EntryResult({ entry }: { readonly entry: ActivityEntry }): ReactElement {
  const { result, code } = entry;
  return (
    <>
      <StatusIndicator wrapText={false} type={code !== null && isNotNeeded(code) ? 'stopped' : types[result]}>
        {resultName(entry)}
      </StatusIndicator>
      <Popover
        header={`${resultName(entry)}: ${personNameOf(entry)}`}
        triggerType="text"
        size="large"
        dismissAriaLabel={activityText.close}
        content={<Details entry={entry} />}
      >
        {activityText.details}
      </Popover>
    </>
  );
}

function Details({ entry }: { readonly entry: ActivityEntry }): ReactElement {
  const { at, detail, invitationId, userId, requestId, runId, origin, approval, colleague } = entry;
  return (
    <dl className="details">
      <dt>{activityText.time}</dt>
      <dd>{exactTime(at)}</dd>
      {colleague === null ? null : (
        <>
          <dt>{activityText.fromTeam}</dt>
          <dd>{activityText.learnedOf(colleague.name, exactTime(colleague.learnedAt))}</dd>
        </>
      )}
      {runId === null ? null : (
        <>
          <dt>{activityText.run}</dt>
          <dd>
            <Link {...linkTo({ screen: 'operations', runId })}>{String(runId)}</Link>
          </dd>
        </>
      )}
      {origin === null || origin.note === '' ? null : (
        <>
          <dt>{activityText.note}</dt>
          <dd>{origin.note}</dd>
        </>
      )}
      {approval === null ? null : (
        <>
          <dt>{activityText.approval}</dt>
          <dd>{activityText.approvedBatch(approval)}</dd>
        </>
      )}
      {detail === null ? null : (
        <>
          <dt>{activityText.inDetail}</dt>
          <dd>{detail}</dd>
        </>
      )}
      {userId === null ? null : (
        <>
          <dt>{activityText.userId}</dt>
          <dd>
            <CopyableId id={userId} name="user ID" />
          </dd>
        </>
      )}
      {invitationId === null ? null : (
        <>
          <dt>{activityText.invitationId}</dt>
          <dd>
            <CopyableId id={invitationId} name="invitation ID" />
          </dd>
        </>
      )}
      {requestId === null ? null : (
        <>
          <dt>{activityText.requestId}</dt>
          <dd>
            <CopyableId id={requestId} name="request ID" />
          </dd>
        </>
      )}
    </dl>
  );
}
