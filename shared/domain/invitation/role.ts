import { z } from 'zod';

/** The two roles of AMC, lower case as Amazon's guide writes them (amazon-api §1). */
export const roles = ['admin', 'viewer'] as const;
export const role = z.enum(roles, { error: 'Select a role: admin or viewer.' });
export type Role = z.infer<typeof role>;

const roleNames: Record<Role, string> = { admin: 'Admin', viewer: 'Viewer' };

/** How a role is shown. An unknown name from Amazon is shown unchanged. */
export function roleName(nameFromAmazon: string): string {
  const known = role.safeParse(nameFromAmazon.toLowerCase());
  return known.success ? roleNames[known.data] : nameFromAmazon;
}
