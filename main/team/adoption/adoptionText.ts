import type { BarringClaim } from '../../../shared/domain/team/barringClaim';

const changes: Record<BarringClaim['kind'], string> = {
  create: 'invitation',
  setRole: 'change of role',
  removeMember: 'removal',
};

/** The English of settling what a colleague's app left open. */
export const adoptionText = {
  settled: (colleague: string, kind: BarringClaim['kind'], byList: boolean) =>
    byList
      ? `${colleague}’s ${changes[kind]}, settled by Amazon’s list`
      : `${colleague}’s ${changes[kind]}, settled by decision: Amazon’s list didn’t show enough`,
  notBarred: 'This change isn’t blocked by a colleague’s. Check its current state.',
  notReady: 'The team’s database can’t be asked yet. Try again in a moment.',
};
