import Button from '@cloudscape-design/components/button';
import { addedUp } from '../../../../shared/domain/outbox/runCounts';
import type { Route } from '../../../../shared/navigation/routes';
import { linkTo } from '../../../navigation/useRoute';
import { useNow } from '../../../components/useNow';
import {
  useAttention,
  useDoubtCount,
  useFailedChanges,
  useOutboxStatus,
  useResumeRuns,
} from '../../../queries/outbox';
import { useUnreachable } from '../../../queries/refresh/useUnreachable';
import type { InboxItem } from './Inbox';
import { inboxText } from './inboxText';
import { unconfirmedText } from './unconfirmedText';

const operations: Route = { screen: 'operations', runId: null };

/** What is waiting under Operations: failed, paused and unconfirmed changes. */
export function useChangeItems(): InboxItem[] {
  const failed = useFailedChanges();
  const unconfirmed = useDoubtCount(null);
  const paused = (useOutboxStatus()?.runs ?? []).filter((run) => run.paused && run.counts.queued > 0);
  const { queued } = addedUp(paused.map(({ counts }) => counts));
  const resume = useResumeRuns();
  const attention = useAttention();
  const unreachable = useUnreachable() !== null;
  const now = useNow();
  return [
    {
      name: inboxText.failed,
      count: failed.total,
      status: 'error',
      title: inboxText.failedTitle(failed.total),
      to: operations,
      reason: failed.latestReason,
      action: <Button {...linkTo(operations)}>{inboxText.failedRemedy}</Button>,
    },
    {
      name: inboxText.paused,
      count: queued,
      status: 'pending',
      title: inboxText.pausedTitle(queued),
      to: operations,
      reason: inboxText.pausedReason,
      action: <Button onClick={() => resume(paused.map(({ runId }) => runId))}>{inboxText.continue}</Button>,
    },
    {
      name: inboxText.unconfirmed,
      count: unconfirmed,
      status: 'warning',
      title: inboxText.unconfirmedTitle(unconfirmed),
      to: operations,
      reason: unconfirmedText(attention, unreachable, now),
      action: <Button {...linkTo(operations)}>{inboxText.review}</Button>,
    },
  ];
}
