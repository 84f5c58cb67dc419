import Popover from '@cloudscape-design/components/popover';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { resultName, type ActivityEntry, type ActivityResult } from '../../../shared/domain/activity';
import { CopyableId } from '../../components/CopyableId';
import { activityText } from './activityText';

const types: Record<ActivityResult, StatusIndicatorProps.Type> = {
  done: 'success',
  failed: 'error',
  inDoubt: 'warning',
};

/** How a change ended and, on demand, what more is known of it. */
export function EntryResult({ entry }: { readonly entry: ActivityEntry }): ReactElement {
  const { result, code, userName, detail, invitationId } = entry;
  return (
    <>
      <StatusIndicator wrapText={false} type={code === 'ALREADY_INVITED' ? 'stopped' : types[result]}>
        {resultName(entry)}
      </StatusIndicator>
      {detail === null && invitationId === null ? null : (
        <Popover
          header={`${resultName(entry)}: ${userName}`}
          triggerType="text"
          size="large"
          dismissAriaLabel={activityText.close}
          content={<Details entry={entry} />}
        >
          {activityText.details}
        </Popover>
      )}
    </>
  );
}

function Details({ entry }: { readonly entry: ActivityEntry }): ReactElement {
  const { detail, invitationId } = entry;
  return (
    <dl className="details">
      {detail === null ? null : (
        <>
          <dt>{activityText.inDetail}</dt>
          <dd>{detail}</dd>
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
    </dl>
  );
}
