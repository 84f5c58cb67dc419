import { formatNumber } from '../../../../shared/text/formats';
import { someNames } from '../../../components/text/someNames';

/**
 * Whether those who are removed can be invited again from here.
 * @param members each once
 * @param unknown those of them whose whole address isn't certain
 */
export function invitableText(
  members: readonly string[],
  unknown: readonly string[],
  maxNamed: number,
): string {
  const known = members.length - unknown.length;
  if (unknown.length === 0) {
    return 'To undo this, invite them again from the results. They’d have to accept again.';
  }
  if (known === 0) {
    return 'This can’t be undone here: to let someone in again, you have to know their whole address, and Amazon doesn’t show it.';
  }
  const names = someNames(unknown, maxNamed);
  return `${formatNumber(known)} of ${formatNumber(members.length)} can be invited again from the results. The others can’t, because their whole address isn’t known: ${names}.`;
}
