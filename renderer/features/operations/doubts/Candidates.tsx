import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { Candidate } from '../../../../shared/domain/outbox/operation';
import { CopyableId } from '../../../components/names/CopyableId';
import { candidateText } from './candidateText';

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
}

/** The invitations in Amazon's list that may be the one in doubt; null if there are none. */
export function Candidates({ candidates }: CandidatesProps): ReactElement | null {
  if (candidates.length === 0) return null;
  return (
    <ul className="plain-list">
      {candidates.map((candidate) => (
        <li key={candidate.invitationId}>
          <CopyableId id={candidate.invitationId} name="invitation ID" />
          <Box variant="small" display="block">
            {candidateText(candidate)}
          </Box>
        </li>
      ))}
    </ul>
  );
}
