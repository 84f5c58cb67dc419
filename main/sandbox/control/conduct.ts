/** The forms in which user operations can show an address; ads/maskEmail.ts shows each. */
export const maskNames = ['initial', 'ends', 'host', 'nothing', 'absent', 'whole'] as const;
export type MaskName = (typeof maskNames)[number];

/** How the refusal to remove the last admin is returned: it fails the whole call, or only the entry (amazon-api §8). */
export const lastAdminRefusals = ['call', 'entry'] as const;
export type LastAdminRefusal = (typeof lastAdminRefusals)[number];

/** What becomes of an invitation of somebody who has a pending one already: refused, or a second one beside it (amazon-api §2). */
export const secondInvitations = ['refused', 'accepted'] as const;

/** How operations answer where Amazon's documents leave it open. */
export interface Conduct {
  readonly mask: MaskName;
  readonly lastAdminRemoval: LastAdminRefusal;
  readonly lastAdminRoleChange: LastAdminRefusal;
  readonly secondInvitation: (typeof secondInvitations)[number];
  /** Before every nth listing, one of an account's additional members leaves or returns; 0 = never. */
  readonly comeAndGoEvery: number;
}

export const usualConduct: Conduct = {
  mask: 'initial',
  lastAdminRemoval: 'call',
  lastAdminRoleChange: 'entry',
  secondInvitation: 'refused',
  comeAndGoEvery: 0,
};
