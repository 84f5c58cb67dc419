import { useEffect, useRef } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { useMembersProgress } from '../../../queries/members';
import { useRefreshScreen } from '../../../queries/refresh/useRefreshScreen';

/**
 * Asks Amazon once when the screen opens before any member was read, as right after the first sign-in; the members follow the
 * accounts. @param coverage undefined until it is known
 */
export function useReadAtFirst(coverage: PeopleCoverage | undefined): {
  readonly refreshing: boolean;
  readonly refresh: (() => void) | null;
} {
  const { refreshing, refresh } = useRefreshScreen({ screen: 'people' });
  const isReadingMembers = useMembersProgress()?.running ?? false;
  const requested = useRef(false);
  const isUnread = coverage?.asOf === null && coverage.accounts > 0;
  useEffect(() => {
    if (requested.current || !isUnread || refreshing || isReadingMembers || refresh === null) return;
    requested.current = true;
    refresh();
  }, [isUnread, refreshing, isReadingMembers, refresh]);
  return { refreshing: refreshing || isReadingMembers, refresh };
}
