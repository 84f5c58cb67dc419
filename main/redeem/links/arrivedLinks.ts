import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { openedLink } from '../../../shared/domain/redeem/parseText';
import { createArrivalLimit, type ArrivalVerdict } from './arrivalLimit';
import type { WaitingLinks } from './waitingLinks';

/** What came from outside the app and isn't a waiting invitation. */
export type ArrivalFacts = Pick<ChannelOutput<'redeem.inbox'>, 'setup' | 'turnedAway' | 'unreadable'>;

/** Links that were opened outside the app. */
export interface ArrivedLinks {
  /** Accepts one: it waits to be looked at, and does nothing. Never throws because of a link's content. */
  arrive(link: string): ArrivalVerdict;
  facts(): ArrivalFacts;
  dismissSetup(): void;
  dismissUnreadable(): void;
}

export function createArrivedLinks(links: Pick<WaitingLinks, 'add'>, now: () => number): ArrivedLinks {
  const limit = createArrivalLimit(now);
  let facts: ArrivalFacts = { setup: null, turnedAway: 0, unreadable: null };

  const turnAway = (): ArrivalVerdict => {
    facts = { ...facts, turnedAway: facts.turnedAway + 1 };
    return 'tooMany';
  };

  return {
    arrive(text) {
      const verdict = limit(text);
      if (verdict === 'repeated') return verdict;
      if (verdict === 'tooMany') return turnAway();
      const link = openedLink(text);
      if (link.kind === 'setup') facts = { ...facts, setup: link.setup };
      if (link.kind === 'unknown') facts = { ...facts, unreadable: link.reason };
      return link.kind === 'invitation' && links.add({ ...link, from: 'opened' }) === 'full'
        ? turnAway()
        : verdict;
    },
    facts: () => facts,
    dismissSetup() {
      facts = { ...facts, setup: null };
    },
    dismissUnreadable() {
      facts = { ...facts, unreadable: null };
    },
  };
}
