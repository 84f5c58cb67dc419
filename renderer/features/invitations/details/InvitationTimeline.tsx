import type { ReactElement } from 'react';
import type { InvitationState, TimelineEntry } from '../../../../shared/domain/invitation/invitation';
import { formatMoment } from '../../../../shared/text/formats';
import { exactTime } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { timelineText } from './historyText';

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
            <time title={exactTime(entry.at)}>{formatMoment(entry.at)}</time>
          </dt>
          <dd>{timelineText(entry, state, now)}</dd>
        </div>
      ))}
    </dl>
  );
}
