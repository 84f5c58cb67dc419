import { formatList, formatNumber } from '../../text/formats';
import type { ReachedInstances } from './instance';
import type { InstanceAccessState } from './instanceAccessState';

/** How each state of the access to instances is shown. */
export const instanceAccessNames: Record<InstanceAccessState, string> = {
  waiting: 'Waiting for instances',
  has: 'Has instances',
  notTracked: 'Not tracked',
};

/** Max number of instances that are named; the rest are counted. */
const maxNamed = 3;

/** Marks an account all of whose instances are for sponsored ads. */
export const sponsoredAdsOnlyText = 'Sponsored ads only';

/** What somebody can open in an account: "You can open Main and Sandbox in Acme." */
export const openableText = ({ accountName, instances }: ReachedInstances): string =>
  `You can open ${instanceNames(instances)} in ${accountName}.`;

/** The names of instances, as far as there is room. */
export function instanceNames(instances: ReachedInstances['instances']): string {
  const named = instances.slice(0, maxNamed).map(({ name }) => name);
  const more = instances.length - named.length;
  return formatList(more === 0 ? named : [...named, `${formatNumber(more)} more`]);
}
