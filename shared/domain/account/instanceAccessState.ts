import { z } from 'zod';

/**
 * What is known of the access to instances of somebody who accepted an invitation: `waiting` to be added to them by an admin,
 * `has` what was planned (or, without a plan, at least one), `notTracked`: accepted before the app knew of instances.
 */
export const instanceAccessState = z.enum(['waiting', 'has', 'notTracked']);
export type InstanceAccessState = z.infer<typeof instanceAccessState>;
