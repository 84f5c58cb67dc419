import type { Connection } from '../../../shared/domain/connection/connection';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { candidatesFor } from './nextStep';

/** Invitations that the same person redeems, and that the same others could redeem. */
export interface RedeemGroup {
  /** Undefined until somebody is selected. */
  readonly selected: Connection | undefined;
  /** The connections to select from, at least one. */
  readonly candidates: readonly Connection[];
  readonly links: readonly WaitingLink[];
}

/** The invitations still to be redeemed, by who redeems them; without those that no connection reaches. */
export function redeemGroups(
  links: readonly WaitingLink[],
  connections: readonly Connection[],
): readonly RedeemGroup[] {
  const groups = new Map<string, RedeemGroup>();
  for (const link of links) {
    const candidates = candidatesFor(link, connections);
    if (link.outcome !== null || candidates.length === 0) continue;
    const selected = candidates.find(({ connectionId }) => connectionId === link.connectionId);
    const ids = [selected?.connectionId ?? '', ...candidates.map(({ connectionId }) => connectionId)];
    const key = ids.join(' ');
    const before = groups.get(key)?.links ?? [];
    groups.set(key, { selected, candidates, links: [...before, link] });
  }
  return [...groups.values()];
}

/** The people whom Amazon says these invitations are for, each once. */
export function invitedPeople(links: readonly WaitingLink[]): readonly string[] {
  const people = links.flatMap(({ preview }) => {
    const { userName = null, emailAddress = null } = preview ?? {};
    if (emailAddress === null) return userName === null ? [] : [userName];
    return [userName === null ? emailAddress : `${userName} (${emailAddress})`];
  });
  return [...new Set(people)];
}
