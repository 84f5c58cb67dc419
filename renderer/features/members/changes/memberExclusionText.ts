import type { MemberExclusion } from '../../../../shared/domain/member/memberExclusions';
import { formatNumber } from '../../../../shared/text/formats';
import { someNames } from '../../../components/text/someNames';
import { memberChangesText, memberExclusionReasonTexts } from './memberChangesText';

/** Max number of people named in a line. */
const maxNamed = 3;

/** How many are left out, who, why, and what to do. */
export const memberExclusionText = ({ reason, members }: MemberExclusion): string =>
  memberChangesText.leftOut(
    formatNumber(members.length),
    someNames(
      members.map(({ maskedEmail, userId }) => maskedEmail || userId),
      maxNamed,
    ),
    memberExclusionReasonTexts[reason],
  );
