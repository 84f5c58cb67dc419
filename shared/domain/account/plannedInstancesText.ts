import { formatDate, formatList, formatNumber } from '../../text/formats';
import type { PlannedInstances, WantedInstances } from './plannedInstances';

/** Max number of instances that are named; the rest are counted. */
const maxNamed = 5;

/** What is planned, in a sentence: "Main and Sandbox", "all instances". */
function planText(plan: PlannedInstances): string {
  if (plan === 'all') return 'all instances';
  const named = plan.slice(0, maxNamed).map(({ name }) => name);
  const more = plan.length - named.length;
  return formatList(more === 0 ? named : [...named, `${formatNumber(more)} more`]);
}

/** The same in a table's cell or a file, in full; empty if nothing is planned. */
export const planCell = (plan: WantedInstances | null): string =>
  plan === null
    ? ''
    : plan === 'all'
      ? 'All'
      : plan === 'none'
        ? 'None'
        : plan.map(({ name }) => name).join('; ');

/**
 * What a later plan does to an earlier one: "Replaces the plan from May 3, 2026: Main." or "Clears" it.
 * @param at of the earlier one, ms since 1970
 */
export const planReplacedText = (at: number, before: PlannedInstances, plan: WantedInstances): string =>
  `${plan === 'none' ? 'Clears' : 'Replaces'} the plan from ${formatDate(at)}: ${planText(before)}.`;

/** What becomes of an earlier plan where nothing is planned now. @param at ms since 1970 */
export const planRemainsText = (at: number): string => `Planned on ${formatDate(at)}. Stays as it is.`;

/** Amazon's calls know no instances. */
export const planStaysHereText =
  'Amazon isn’t sent the planned instances. They’re kept on this computer and, in shared accounts, with your team; an administrator adds each person in Amazon’s console.';
