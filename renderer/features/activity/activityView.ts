import type { AccountRef } from '../../../shared/domain/account/account';
import type { ActivityResult, ActivitySource } from '../../../shared/domain/activity';
import type { ActivityAction } from '../../../shared/domain/activity';
import type { ChannelInput } from '../../../shared/bridge/ipc';
import type { BatchPart } from '../../../shared/navigation/routes';

/** A selected time span: this many days back from now, or from one day to another (as in 2026-11-24), both inclusive. */
export type SpanSelection =
  | { readonly type: 'relative'; readonly days: number }
  | { readonly type: 'absolute'; readonly startDate: string; readonly endDate: string };

/** What is shown of the record; null = everything. Any change except of the page itself returns to the first page. */
export interface View {
  readonly search: string;
  readonly action: ActivityAction | null;
  readonly result: ActivityResult | null;
  readonly actor: string | null;
  /** Only this app's entries, or only colleagues'. */
  readonly source: ActivitySource | null;
  /** Only what a batch, or one of its rows, led to. */
  readonly batch: BatchPart | null;
  readonly span: Span | null;
  /** From 1. */
  readonly page: number;
}

/** A selected time span and its meaning, in ms since 1970: up to now, or up to but excluding `to`. */
export interface Span {
  readonly selection: SpanSelection;
  readonly bounds: { readonly from: number; readonly to?: number };
}

export const wholeRecord: View = {
  search: '',
  action: null,
  result: null,
  actor: null,
  source: null,
  batch: null,
  span: null,
  page: 1,
};

export const isNarrowed = ({ search, action, result, actor, source, batch, span }: View): boolean =>
  search.trim() !== '' ||
  action !== null ||
  result !== null ||
  actor !== null ||
  source !== null ||
  batch !== null ||
  span !== null;

/** @param now ms since 1970. Days are those of the person's own time zone. */
export function spanOf(selection: SpanSelection, now: number): Span {
  if (selection.type === 'relative') {
    const from = new Date(now);
    from.setDate(from.getDate() - selection.days);
    return { selection, bounds: { from: from.getTime() } };
  }
  const end = midnightOf(selection.endDate);
  end.setDate(end.getDate() + 1);
  return { selection, bounds: { from: midnightOf(selection.startDate).getTime(), to: end.getTime() } };
}

/** The view as the channels take it, without the page. */
export const filterOf = (
  { search, action, result, actor, source, batch, span }: View,
  account: AccountRef | null,
): ChannelInput<'activity.export'> => ({
  ...(account === null ? {} : { accounts: [account] }),
  ...(search.trim() === '' ? {} : { search: search.trim() }),
  ...(action === null ? {} : { actions: [action] }),
  ...(result === null ? {} : { results: [result] }),
  ...(actor === null ? {} : { actor }),
  ...(source === null ? {} : { source }),
  ...(batch === null ? {} : { batch: { ...batch } }),
  ...span?.bounds,
});

/** Midnight in the person's own time zone; a date alone would be parsed as UTC. */
const midnightOf = (day: string): Date => new Date(`${day}T00:00`);
