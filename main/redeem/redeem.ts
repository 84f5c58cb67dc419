import type { Topic } from '../../shared/bridge/channels';
import type { Connection, Identity } from '../../shared/domain/connection/connection';
import {
  linkLifeMs,
  type FoundLink,
  type NewAccount,
  type RedeemPreview,
  type WaitingLink,
} from '../../shared/domain/redeem/redeem';
import { CodedError, toErrorBody } from '../../shared/errors';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import { parseRedeemText } from '../../shared/domain/redeem/parseText';
import type { Access } from '../access/types';
import { readInvitation } from '../amazonAds/invitation';
import type { ArrivalVerdict } from './arrivalLimit';
import { createArrivedLinks } from './arrivedLinks';
import { createPreviewCache } from './previewCache';
import { createNewAccounts, reachedThrough } from './newAccounts';
import { notShown, previewOf, redeemedAlready } from './preview';
import { redeemAndRecord, wantsTerms, type RedeemAndRecordDeps } from './redeemAndRecord';
import { redeemedBefore } from './redeemedBefore';
import { createTermsWatches, type TermsWatchesDeps } from './termsWatches';
import { createWaitingLinks, type StoredLink } from './waitingLinks';
import { connectionFor } from './chooseConnection';

export interface RedeemDeps extends Omit<TermsWatchesDeps, 'changed'>, RedeemAndRecordDeps {
  readonly connections: () => readonly Connection[];
  readonly access: Pick<Access, 'listAccounts' | 'refreshSteps' | 'refreshInvitations'>;
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage: () => string;
  readonly changed: (topic: Topic) => void;
}

/** Invitations for whoever sits here. Nothing is redeemed but by `redeem`, which only the page calls, on a click. */
export interface Redeem {
  parse(text: string): FoundLink[];
  /** Puts the invitations of a pasted text among those that wait. */
  add(text: string): ChannelOutput<'redeem.add'>;
  /** Takes a link that was opened outside the app: it waits, and does nothing. See `createArrivalLimit`. */
  arrive(link: string): ArrivalVerdict;
  inbox(): ChannelOutput<'redeem.inbox'>;
  choose(connectionId: string, invitationId: string): void;
  /** Rejects with an AdsError, or NOT_FOUND where Amazon does not tell. */
  preview(connectionId: string, invitationId: string): Promise<RedeemPreview>;
  readonly startTerms: (
    connectionId: string,
    termsType: string,
  ) => Promise<ChannelOutput<'redeem.startTerms'>['terms']>;
  readonly cancelTerms: (connectionId: string, termsType: string) => void;
  /** See `redeemOnce`. Only an invitation that waits can be redeemed. */
  redeem(connectionId: string, invitationId: string): Promise<ChannelOutput<'redeem.redeem'>>;
  dismiss(invitationId: string): void;
  dismissSetup(): void;
  dismissUnreadable(): void;
  /** Accounts that came into reach by redeeming and that nobody was shown yet. */
  readonly newAccounts: () => NewAccount[];
  readonly dismissNewAccounts: () => void;
  /** Resolves when what follows a redeeming has been read. */
  readonly idle: () => Promise<void>;
  close(): void;
}

export function createRedeem(deps: RedeemDeps): Redeem {
  const { db, connections, clientOf, access, now, redeemPage } = deps;
  const changed = (): void => {
    deps.changed('redeem.changed');
  };
  const links = createWaitingLinks(db, now);
  const arrivals = createArrivedLinks(links, now);
  const terms = createTermsWatches({ ...deps, changed });
  const known = createPreviewCache();
  const newAccounts = createNewAccounts({ access, clientOf, changed });
  const redeeming = new Set<string>();

  const parse = (text: string): FoundLink[] => parseRedeemText(text, { redeemPage: redeemPage() });
  const identityOf = (connectionId: string): Identity | null =>
    connections().find((each) => each.connectionId === connectionId)?.identity ?? null;

  function requireLink(invitationId: string): StoredLink {
    const link = links.find(invitationId);
    if (link === undefined) throw waitsNoMore();
    return link;
  }

  /** While an invitation is redeemed it is not redeemed a second time. */
  async function alone<T>(invitationId: string, work: () => Promise<T>): Promise<T> {
    if (redeeming.has(invitationId)) throw alreadyUnderWay();
    redeeming.add(invitationId);
    changed();
    try {
      return await work();
    } finally {
      redeeming.delete(invitationId);
      changed();
    }
  }

  const missingNow = (preview: RedeemPreview | null, connectionId: string): RedeemPreview | null =>
    preview && {
      ...preview,
      missingTerms: preview.missingTerms.filter((termsType) => !terms.isAccepted(connectionId, termsType)),
    };

  function shown(link: StoredLink): WaitingLink {
    const { invitationId, region, from, arrivedAt, outcome } = link;
    const way = connectionFor(link, connections(), known.invitedAddress(invitationId));
    const { preview, previewError, redeemError } = known.of(invitationId, way?.connectionId ?? '');
    return {
      invitationId,
      region,
      from,
      arrivedAt,
      waitsUntil: arrivedAt + linkLifeMs,
      connectionId: way?.connectionId ?? null,
      identity: way?.identity ?? null,
      preview: missingNow(preview, way?.connectionId ?? ''),
      previewError,
      redeeming: redeeming.has(invitationId),
      outcome,
      redeemError,
    };
  }

  async function ask(connectionId: string, invitationId: string): Promise<RedeemPreview> {
    const identity = identityOf(connectionId);
    const told = await readInvitation(await clientOf(connectionId), invitationId);
    const realm = deps.realmOf(connectionId);
    if (told === null) {
      const { actor } = deps.actorOf(connectionId);
      const at = redeemedBefore(db, { realm, invitationId, actor });
      throw at === null ? notShown(identity) : redeemedAlready(identity);
    }
    return previewOf(told, {
      identity,
      accountName: (id) =>
        access.listAccounts({}).find((each) => each.accountId === id && each.realm === realm)?.name ?? null,
      isAccepted: (termsType) => terms.isAccepted(connectionId, termsType),
      now: now(),
    });
  }

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
    choose(connectionId, invitationId) {
      requireLink(invitationId);
      // Throws where there is no such connection.
      deps.realmOf(connectionId);
      links.choose(invitationId, connectionId);
      changed();
    },
    async preview(connectionId, invitationId) {
      requireLink(invitationId);
      try {
        const preview = await ask(connectionId, invitationId);
        known.learn(invitationId, connectionId, { preview, previewError: null });
        return preview;
      } catch (error) {
        known.learn(invitationId, connectionId, { preview: null, previewError: toErrorBody(error) });
        throw error;
      } finally {
        changed();
      }
    },
    startTerms: terms.start,
    cancelTerms: terms.cancel,
    async redeem(connectionId, invitationId) {
      if (requireLink(invitationId).outcome !== null) return { outcome: 'already' };
      return alone(invitationId, async () => {
        const preview = missingNow(known.of(invitationId, connectionId).preview, connectionId);
        const reachedBefore = reachedThrough(access, connectionId);
        try {
          const outcome = await redeemAndRecord(deps, links, { connectionId, invitationId, preview });
          known.learn(invitationId, connectionId, { redeemError: null });
          newAccounts.readAfter({ connectionId, accountId: preview?.accountId, reachedBefore });
          return { outcome };
        } catch (error) {
          known.learn(invitationId, connectionId, { redeemError: toErrorBody(error) });
          if (wantsTerms(error)) terms.forget(connectionId);
          throw error;
        } finally {
          // The record has a new entry.
          deps.changed('operations.changed');
        }
      });
    },
    dismiss(invitationId) {
      links.remove(invitationId);
      known.forget(invitationId);
      changed();
    },
    dismissSetup() {
      arrivals.dismissSetup();
      changed();
    },
    dismissUnreadable() {
      arrivals.dismissUnreadable();
      changed();
    },
    newAccounts: newAccounts.all,
    dismissNewAccounts: newAccounts.forget,
    idle: newAccounts.idle,
    close: terms.close,
  };
}

const waitsNoMore = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: 'This invitation does not wait here any more. Open its link or paste its ID again.',
  });

const alreadyUnderWay = (): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: 'This invitation is being redeemed already. Wait a moment.',
    retryable: true,
  });

const tooManyWait = (): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: 'Too many invitations wait here already. Redeem or dismiss some, then paste the rest.',
  });
