import { linkLifeMs, type FoundLink, type WaitingLink } from '../../shared/domain/redeem/redeem';
import { parseRedeemText } from '../../shared/domain/redeem/parseText';
import { createArrivedLinks } from './links/arrivedLinks';
import { connectionFor } from './chooseConnection';
import { createNewAccounts } from './newAccounts';
import { createPreviewCache } from './previews/previewCache';
import { createPreviews, withoutAcceptedTerms } from './previews/previews';
import { createRedeemLinks } from './redeemLinks';
import { tooManyWait } from './redeemText';
import { createTermsWatches } from './termsWatches';
import type { Redeem, RedeemDeps, RedeemParts } from './types';
import { createWaitingLinks, type StoredLink } from './links/waitingLinks';

export function createRedeem(deps: RedeemDeps): Redeem {
  const changed = (): void => {
    deps.changed('redeem.changed');
  };
  const links = createWaitingLinks(deps.db, deps.now);
  const terms = createTermsWatches({ ...deps, changed });
  const known = createPreviewCache();
  const newAccounts = createNewAccounts({ ...deps, changed });
  const parts = { links, terms, known, newAccounts, changed };
  const { isRedeeming, redeem } = createRedeemLinks(deps, parts);

  return {
    ...createInbox(deps, parts, isRedeeming),
    choose(connectionId, invitationId) {
      links.require(invitationId);
      // Throws where there is no such connection.
      deps.realmOf(connectionId);
      links.choose(invitationId, connectionId);
      changed();
    },
    ...createPreviews(deps, parts),
    startTerms: terms.start,
    cancelTerms: terms.cancel,
    redeem,
    dismiss(invitationId) {
      links.remove(invitationId);
      known.forget(invitationId);
      changed();
    },
    newAccounts: newAccounts.all,
    dismissNewAccounts: newAccounts.forget,
    idle: newAccounts.idle,
    close: terms.close,
  };
}

type Inbox = 'parse' | 'add' | 'arrive' | 'inbox' | 'dismissSetup' | 'dismissUnreadable';

/** Links that arrive, and the list of waiting invitations. */
function createInbox(
  { now, redeemPage, connections }: RedeemDeps,
  parts: RedeemParts,
  isRedeeming: (invitationId: string) => boolean,
): Pick<Redeem, Inbox> {
  const { links, terms, newAccounts, changed } = parts;
  const arrivals = createArrivedLinks(links, now);
  const parse = (text: string): FoundLink[] => parseRedeemText(text, { redeemPage: redeemPage() });
  const shown = (link: StoredLink): WaitingLink => ({
    ...waitingLinkOf(link, connections(), parts),
    redeeming: isRedeeming(link.invitationId),
  });
  return {
    parse,
    add(text) {
      const found = parse(text);
      const results = found.map((link) =>
        link.kind === 'invitation' ? links.add({ ...link, from: 'pasted' }) : null,
      );
      changed();
      if (results.includes('full')) throw tooManyWait();
      return { found, added: results.filter((result) => result === 'added').length };
    },
    arrive(link) {
      const verdict = arrivals.arrive(link);
      if (verdict !== 'repeated') changed();
      return verdict;
    },
    inbox: () => ({
      links: links.all().map(shown),
      terms: terms.all(),
      newAccounts: newAccounts.all(),
      ...arrivals.facts(),
    }),
    dismissSetup() {
      arrivals.dismissSetup();
      changed();
    },
    dismissUnreadable() {
      arrivals.dismissUnreadable();
      changed();
    },
  };
}

/** A waiting invitation as the page sees it, through the best-fitting connection. */
function waitingLinkOf(
  link: StoredLink,
  connections: ReturnType<RedeemDeps['connections']>,
  { terms, known }: Pick<RedeemParts, 'terms' | 'known'>,
): Omit<WaitingLink, 'redeeming'> {
  const { invitationId, region, from, arrivedAt, outcome } = link;
  const through = connectionFor(link, connections, known.invitedAddress(invitationId));
  const { preview, previewError, redeemError } = known.of(invitationId, through?.connectionId ?? '');
  return {
    invitationId,
    region,
    from,
    arrivedAt,
    waitsUntil: arrivedAt + linkLifeMs,
    connectionId: through?.connectionId ?? null,
    identity: through?.identity ?? null,
    preview: withoutAcceptedTerms(preview, terms, through?.connectionId ?? ''),
    previewError,
    outcome,
    redeemError,
  };
}
