import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { linkTo } from '../../../navigation/useRoute';
import { peopleListText } from './peopleListText';

/** Of how many accounts nobody knows the members; null if of none, or of all, which the empty list says. */
export function PeopleCoverageNotice({
  coverage,
}: {
  readonly coverage: PeopleCoverage;
}): ReactElement | null {
  const { accounts, unread } = coverage;
  if (unread === 0 || unread === accounts) return null;
  return (
    <div>
      <StatusIndicator type="warning">{peopleListText.unread(coverage)}</StatusIndicator>{' '}
      <Link {...linkTo({ screen: 'accounts' })}>{peopleListText.showAccounts}</Link>
    </div>
  );
}
