import Button from '@cloudscape-design/components/button';
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import type { ReactElement } from 'react';
import { addedUp } from '../../../shared/domain/outbox/runCounts';
import { HeldActions } from '../../features/operations/runs/HeldActions';
import { useDoubtCount, useHeldAtStart } from '../../queries/outbox';
import { accountOf, type Route } from '../../../shared/navigation/routes';
import { linkTo } from '../../navigation/useRoute';
import { useArrivedFileNotices } from './useArrivedFileNotices';
import {
  useLeftOutNotices,
  useQuietFailureNotices,
  useRemovedBatchNotices,
  useResultsNotices,
  useStartNotices,
} from './useChangeNotices';
import { useDataNotices } from './useDataNotices';
import { useRedeemNotices } from './useRedeemNotices';
import { useRefreshNotices } from './useRefreshNotices';
import { useSignInNotices } from './useSignInNotices';
import { useUnreachableNotices } from './useUnreachableNotices';
import { useSafetyNotices } from './useSafetyNotices';
import { noticesText } from './noticesText';

type Notice = FlashbarProps.MessageDefinition;

/** From this many on, notices are stacked to leave room for the screen itself. */
const stackedFrom = 4;

/** Everything a person should know on any screen, most urgent first. */
export function Notices({ route }: { readonly route: Route }): ReactElement {
  const items = [
    ...useQuietFailureNotices(),
    ...useArrivedFileNotices(),
    ...useRemovedBatchNotices(),
    ...useDataNotices(),
    ...useRedeemNotices(route),
    ...useSignInNotices(route),
    ...useResultsNotices(route),
    ...useLeftOutNotices(),
    ...useStartNotices(route),
    ...useHeldNotices(),
    ...useDoubtNotices(route),
    ...useUnreachableNotices(route),
    ...useRefreshNotices(route),
    ...useSafetyNotices(route),
  ];
  return (
    <Flashbar
      items={items}
      stackItems={items.length >= stackedFrom}
      i18nStrings={{ ariaLabel: noticesText.notices, notificationBarText: noticesText.notices }}
    />
  );
}

function useDoubtNotices(route: Route): Notice[] {
  const doubtful = useDoubtCount(accountOf(route));
  if (doubtful === 0 || route.screen !== 'invitations') return [];
  return [
    {
      id: 'doubt',
      type: 'warning',
      content: noticesText.changesInDoubt(doubtful),
      action: <Button {...linkTo({ screen: 'operations', runId: null })}>{noticesText.showDoubts}</Button>,
    },
  ];
}

/** What was held back when the app was closed continues once a person says so. */
function useHeldNotices(): Notice[] {
  const held = useHeldAtStart();
  if (held.length === 0) return [];
  const { queued } = addedUp(held.map(({ counts }) => counts));
  return [
    {
      id: 'held',
      type: 'info',
      content: noticesText.changesWaiting(queued),
      action: <HeldActions runs={held} />,
    },
  ];
}
