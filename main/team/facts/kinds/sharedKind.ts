import type { z } from 'zod';
import type { SharedAccountRef } from '../../../../shared/domain/team/sharableAccount';
import type { Database } from '../../../storage/database';

/** Every kind of fact that the store takes. A program shares and reads those in `sharedKinds`. */
export const factKinds = [
  'activity',
  'invitation',
  'memberEvent',
  'plannedInstances',
  'instanceTick',
  'confirmation',
  'erasure',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Kinds that are about the whole team: their realm and account are empty. All others are about one shared account. */
export const wholeTeamKinds: readonly FactKind[] = ['erasure'];

/** The store takes no larger body, in bytes of its JSON as PostgreSQL writes it. */
export const maxBodyBytes = 16_384;

/** A fact on its way to the store. */
export interface OutgoingFact {
  /** UUID: the local record's own, or one derived from what the fact is about (`derivedId`). Pushed twice, it is stored once. */
  readonly factId: string;
  /** When it happened, in ms since 1970, by this computer's clock. */
  readonly at: number;
  /** Whom it is about: a normalized address (`mailboxKey`); null if none is known. */
  readonly person: string | null;
  readonly userId: string | null;
  /** Fits the kind's schema. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where facts come from. Kinds of the whole team get an empty realm and account. */
export interface FactSource extends SharedAccountRef {
  /** Of this folder, in the team. */
  readonly installationId: string;
}

/**
 * What stands in columns of its own where colleagues' facts are kept, so that lists find them without reading bodies. A search
 * looks in the keys of `factSearchText`.
 */
export interface FactColumns {
  /** What happened: an action, a state, an event. */
  readonly what: string;
  /** How it ended; null where that means nothing. */
  readonly outcome: string | null;
}

/**
 * One kind of facts that the team shares. A position says how far the local source was pushed: its form is the kind's own, and ''
 * is the beginning. Positions never miss what is written later, even if a clock was set back.
 */
export interface SharedKind<Body extends object = object> {
  readonly kind: FactKind;
  /** A colleague's body, as bounded as Amazon's answers are. */
  readonly body: z.ZodType<Body>;
  /** The next facts after a position, in the source's order, at most `limit`, and the position behind them. */
  outgoing(
    db: Database,
    source: FactSource,
    after: string,
    limit: number,
  ): { readonly facts: readonly OutgoingFact[]; readonly upTo: string };
  /** How many follow the positions, in all shared accounts: asked with each look at the store, so in one statement. */
  waiting(db: Database): number;
  columns(body: Body): FactColumns;
}
