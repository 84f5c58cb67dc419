import type { LeaverInvitation, LeaverMember, LeaverPlan } from '../../../../shared/domain/leaver/leaver';
import { memberPersonKey } from '../../../../shared/domain/person/memberPerson';
import { groupBy } from '../../../../shared/util/groupBy';

/** A user ID that may be the leaver, with the accounts that list it. */
export interface Candidate {
  readonly key: string;
  /** At least one. */
  readonly first: LeaverMember;
  readonly members: readonly LeaverMember[];
}

/** The members of a plan by what can be done about them. */
export interface PlanParts {
  /** Certain, with access that can be removed. */
  readonly certain: readonly LeaverMember[];
  /** Not certain, the probable ones first: by user ID, since a person decides for all its accounts at once. */
  readonly candidates: readonly Candidate[];
  /** Certain, with access that comes through a manager account alone. */
  readonly inherited: readonly LeaverMember[];
}

export function partsOf({ members }: Pick<LeaverPlan, 'members'>): PlanParts {
  const certain = members.filter(({ confidence }) => confidence === 'certain');
  const others = members.filter(({ confidence }) => confidence !== 'certain');
  const candidates = [...groupBy(others, memberPersonKey)].flatMap(([key, ofUser]): Candidate[] => {
    const [first] = ofUser;
    return first === undefined ? [] : [{ key, first, members: ofUser }];
  });
  return {
    certain: certain.filter(({ scope }) => scope !== 'inherited'),
    candidates: candidates.sort((one, other) => Number(isProbable(other)) - Number(isProbable(one))),
    inherited: certain.filter(({ scope }) => scope === 'inherited'),
  };
}

const isProbable = ({ first }: Candidate): boolean => first.confidence === 'probable';

export const memberKeyOf = ({ realm, accountId, userId }: LeaverMember): string =>
  JSON.stringify([realm, accountId, userId]);

export const invitationKeyOf = ({ realm, accountId, invitationId }: LeaverInvitation): string =>
  JSON.stringify([realm, accountId, invitationId]);
