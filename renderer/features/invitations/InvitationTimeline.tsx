import type { ReactElement } from 'react';
import type { InvitationState, TimelineEntry } from '../../../shared/domain/invitation';
import { exactTime } from '../../components/formatTime';
import { useNow } from '../../components/useNow';
import { timelineText } from './historyWords';

interface InvitationTimelineProps {
  readonly timeline: readonly TimelineEntry[];
  readonly state: InvitationState;
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What happened to an invitation, oldest first. */
export function InvitationTimeline({ timeline, state }: InvitationTimelineProps): ReactElement {
  const now = useNow();
  return (
    <dl className="timeline">
      {timeline.map((entry, index) => (
        <div key={index} className="timeline-line">
          <dt>
            <time title={exactTime(entry.at)}>{moment.format(entry.at)}</time>
          </dt>
          <dd>{timelineText(entry, state, now)}</dd>
        </div>
      ))}
    </dl>
  );
}
