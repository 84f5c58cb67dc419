import Flashbar from '@cloudscape-design/components/flashbar';
import type { ReactElement } from 'react';
import type { Route } from '../../../shared/navigation/routes';
import { noticesText } from './noticesText';
import {
  useLeftOutNotices,
  useQuietFailureNotices,
  useRemovedBatchNotices,
  useResultsNotices,
  useStartNotices,
} from './useChangeNotices';

/** What a person should know about what they did in a separate window; the main window shows everything else. */
export function OwnWindowNotices({ route }: { readonly route: Route }): ReactElement {
  const items = [
    ...useQuietFailureNotices(),
    ...useRemovedBatchNotices(),
    ...useResultsNotices(route),
    ...useLeftOutNotices(),
    ...useStartNotices(route),
  ];
  return (
    <Flashbar
      items={items}
      i18nStrings={{ ariaLabel: noticesText.notices, notificationBarText: noticesText.notices }}
    />
  );
}
