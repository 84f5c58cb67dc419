import { useCallback } from 'react';
import type { Route } from '../../shared/navigation/routes';
import { useReadPageAhead } from '../queries/invitations';
import { useSettings } from '../queries/settings';

/**
 * Reads what a screen shows first, while the person is still choosing it: then it is drawn at once. Only lists of invitations need
 * it; once their code is loaded, it is a query of milliseconds.
 */
export function useReadAhead(): (route: Route) => void {
  const pageSize = useSettings()?.lists.accountInvitations?.pageSize;
  const readPage = useReadPageAhead();
  return useCallback(
    (route) => {
      if (route.screen !== 'invitations' || route.account === null || route.filter !== undefined) return;
      void import('../features/invitations/list/listQuestion').then(({ defaultPageSize, firstQuestion }) => {
        readPage(firstQuestion(route, pageSize ?? defaultPageSize));
      });
    },
    [pageSize, readPage],
  );
}
