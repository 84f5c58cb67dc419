/** The forms in which user operations can show an address; what each looks like is in ads/maskEmail.ts. */
export const maskNames = ['initial', 'ends', 'host', 'nothing', 'absent', 'whole'] as const;
export type MaskName = (typeof maskNames)[number];

/** Where the refusal to lose the last admin stands: it fails the whole call, or only the entry (amazon-api §8). */
export const lastAdminRefusals = ['call', 'entry'] as const;
export type LastAdminRefusal = (typeof lastAdminRefusals)[number];

/** How the user operations answer where Amazon's documents leave it open. */
export interface Conduct {
  readonly mask: MaskName;
  readonly lastAdminRemoval: LastAdminRefusal;
  readonly lastAdminRoleChange: LastAdminRefusal;
  /** Before each listing of so many, one of an account's further members leaves or comes back; 0 = never. */
  readonly comeAndGoEvery: number;
}

export const usualConduct: Conduct = {
  mask: 'initial',
  lastAdminRemoval: 'call',
  lastAdminRoleChange: 'entry',
  comeAndGoEvery: 0,
};
