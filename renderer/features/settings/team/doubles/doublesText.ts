import type { DoubleSide } from '../../../../../shared/domain/team/teamDouble';
import { formatMoment, formatNumber } from '../../../../../shared/text/formats';

/** What people read about people invited twice. */
export const doublesText = {
  title: (count: number) => `Invited twice (${formatNumber(count)})`,
  intro:
    'One of the two invitations was sent while the team’s database was away. Revoke one, or leave both with a reason. Nothing is revoked automatically.',
  person: 'Person',
  account: 'Account',
  invitations: 'Invitations',
  next: 'Next step',
  side: ({ colleague, at, isSolo }: DoubleSide) =>
    `${colleague}, ${formatMoment(at)}${isSolo ? ', without the team' : ''}`,
  states: {
    pending: 'pending',
    accepted: 'accepted',
    ended: 'ended',
    unknown: 'not read here yet',
  } satisfies Record<DoubleSide['state'], string>,
  reasonOf: (reason: string) => `Reason: ${reason}`,
  proposed: 'proposed to revoke',
  revoke: 'Open to revoke…',
  revokeOf: (person: string) => `Open the invitations of ${person} to revoke one`,
  revokeProposed: (person: string) => `Open the invitation of ${person} that is proposed to revoke`,
  dismiss: 'Leave both…',
  dismissOf: (person: string) => `Leave both invitations of ${person}`,
  dismissTitle: 'Leave both invitations?',
  dismissBody: (person: string) =>
    `${person} keeps two invitations, or the access that came with one. The whole team no longer has this listed.`,
  reason: 'Why both stay',
  reasonHint: 'Your team reads it. At least 10 characters.',
  dismissFailed: 'It stays listed',
};
