import type { PendingSnapshot } from '../../access/refresh/pendingSnapshot';
import type { LaneDeps } from '../deps';
import type { AccountAccess } from '../journal/append';
import { obstacleOf } from '../sending/lanes/obstacle';

export type ListsDeps = Pick<LaneDeps, 'access' | 'paces' | 'ending'>;

/** The account's complete pending list, twice; `unread` if it couldn't be read, `ended` when the app quits. */
export async function readTwice(
  deps: ListsDeps,
  access: AccountAccess,
): Promise<readonly [PendingSnapshot, PendingSnapshot] | 'unread' | 'ended'> {
  const first = await read(deps, access);
  if (typeof first === 'string') return first;
  const second = await read(deps, access);
  return typeof second === 'string' ? second : [first, second];
}

/** Waits out anything that blocks the whole connection; a list that can't be read for another reason is `unread`. */
async function read(
  { access, paces, ending }: ListsDeps,
  { connectionId, accountId }: AccountAccess,
): Promise<PendingSnapshot | 'unread' | 'ended'> {
  const pace = paces.of(connectionId);
  while (await pace.turn(ending)) {
    try {
      const reading = await access.readPending({ connectionId, accountId });
      pace.passed();
      return reading;
    } catch (thrown) {
      const obstacle = obstacleOf(thrown);
      if (obstacle.of !== 'connection') {
        pace.passed();
        return 'unread';
      }
      pace.holdBack(obstacle.why);
    }
  }
  return 'ended';
}
