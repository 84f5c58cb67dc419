import { z } from 'zod';

/** The roles people filter by; `unknown` means those that Amazon doesn't show or that aren't read yet. */
export const filterRoles = ['admin', 'editor', 'viewer', 'unknown'] as const;

export const filterRole = z.enum(filterRoles);
export type FilterRole = z.infer<typeof filterRole>;
