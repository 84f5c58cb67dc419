import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { InvitationState, TimelineEntry } from '../../../../shared/domain/invitation/invitation';
import { formatMomentWithZone } from '../../../../shared/text/formats';
import { OriginText } from '../../../components/names/OriginText';
import { exactTime } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { linkTo } from '../../../navigation/useRoute';
import { detailsText } from './detailsText';
import { sourceText, timelineText } from './historyText';

interface InvitationTimelineProps {
  readonly timeline: readonly TimelineEntry[];
  readonly state: InvitationState;
}

/** What happened to an invitation, oldest first. */
export function InvitationTimeline({ timeline, state }: InvitationTimelineProps): ReactElement {
  const now = useNow();
  return (
    <dl className="timeline">
      {timeline.map((entry, index) => (
        <div key={index} className="timeline-line">
          <dt>
            <time title={exactTime(entry.at)}>{formatMomentWithZone(entry.at)}</time>
          </dt>
          <dd>
            {timelineText(entry, state, now)}
            <Source entry={entry} />
            {entry.colleague === null ? null : (
              <Box variant="small" display="block">
                {sourceText(exactTime(entry.colleague.learnedAt))}
              </Box>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where a change comes from, and the run it went out with; null for what Amazon's lists tell. */
function Source({ entry: { origin, runId } }: { readonly entry: TimelineEntry }): ReactElement | null {
  if (runId === null) return null;
  return (
    <Box variant="small" display="block">
      {origin === null ? null : (
        <>
          <OriginText
            origin={origin}
            link={linkTo({ screen: 'batch', batchId: origin.batchId, rowId: origin.rowId })}
          />{' '}
          ·{' '}
        </>
      )}
      <Link {...linkTo({ screen: 'operations', runId })}>{detailsText.run(String(runId))}</Link>
    </Box>
  );
}
