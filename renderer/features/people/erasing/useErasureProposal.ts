import type { ErasureSubject } from '../../../../shared/domain/person/erasure';
import type { ProposedErasure } from '../../../../shared/domain/team/proposedErasure';
import { useProposedErasures } from '../../../queries/people';

/** That a colleague erased the person of a page; null if nobody did, or the person is erased here too. */
export const useErasureProposal = (subject: ErasureSubject): ProposedErasure | null =>
  useProposedErasures().find((proposal) => isSamePerson(proposal.subject, subject)) ?? null;

const isSamePerson = (proposed: ErasureSubject, shown: ErasureSubject): boolean =>
  shown.emailAddresses.some((address) => proposed.emailAddresses.includes(address.toLowerCase())) ||
  shown.members.some(({ realm, userId }) =>
    proposed.members.some((member) => member.realm === realm && member.userId === userId),
  );
