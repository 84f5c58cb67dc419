import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import type { MemberExclusion } from '../../../../shared/domain/member/memberExclusions';
import { memberExclusionText } from './memberExclusionText';

/** Who of the selected members is left out, why, and what to do; null if nobody. */
export function LeftOutMembers({
  leftOut,
}: {
  readonly leftOut: readonly MemberExclusion[];
}): ReactElement | null {
  if (leftOut.length === 0) return null;
  return (
    <Alert type="info">
      <ul className="plain-list">
        {leftOut.map((each) => (
          <li key={each.reason}>{memberExclusionText(each)}</li>
        ))}
      </ul>
    </Alert>
  );
}
