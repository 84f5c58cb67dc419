import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { LeaverMember } from '../../../../shared/domain/leaver/leaver';
import { planText } from './planText';

/** The address as Amazon lists it, and the user ID. */
export const ListedAs = ({
  maskedEmail,
  userId,
}: Pick<LeaverMember, 'maskedEmail' | 'userId'>): ReactElement => (
  <div className="breaks-anywhere">
    {maskedEmail || planText.emailNotShown}
    <Box variant="small" display="block">
      {userId}
    </Box>
  </div>
);
