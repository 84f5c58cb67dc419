import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { ProposedErasure } from '../../../../shared/domain/team/proposedErasure';
import { formatDate } from '../../../../shared/text/formats';
import { linkTo } from '../../../navigation/useRoute';
import { useProposedErasures } from '../../../queries/people';
import { erasingText } from './erasingText';

/** How many are named; their pages have the button. */
const maxShown = 5;

/** Whom colleagues erased and who is still named here; null if nobody is. */
export function ErasedByColleagues(): ReactElement | null {
  const proposals = useProposedErasures();
  if (proposals.length === 0) return null;
  return (
    <div>
      {proposals.slice(0, maxShown).map((proposal) => (
        <div key={proposal.factId}>
          <StatusIndicator type="info">
            {erasingText.erasedBy(proposal.who, formatDate(proposal.at))}
          </StatusIndicator>{' '}
          <PersonLink subject={proposal.subject} />
        </div>
      ))}
      {proposals.length > maxShown ? erasingText.moreErased(proposals.length - maxShown) : null}
    </div>
  );
}

/** By the first address, or the first user ID. */
function PersonLink({ subject }: Pick<ProposedErasure, 'subject'>): ReactElement | null {
  const [emailAddress] = subject.emailAddresses;
  const [member] = subject.members;
  if (emailAddress !== undefined) {
    return (
      <span className="breaks-anywhere">
        <Link {...linkTo({ screen: 'person', emailAddress })}>{emailAddress}</Link>
      </span>
    );
  }
  return member === undefined ? null : (
    <Link {...linkTo({ screen: 'memberPerson', ...member })}>{member.userId}</Link>
  );
}
