import type { AccountRef } from '../domain/account/account';
import { invitationRef, type InvitationRef } from '../domain/invitation/invitation';
import { connectionSetup, type ConnectionSetup } from '../domain/redeem/redeem';
import { inviteAgain, type InviteAgain } from './inviteAgain';
import { leaverSubject, type LeaverSubject } from '../domain/leaver/leaver';
import type { MemberPersonRef } from '../domain/person/memberPerson';
import { checkedFilter, type InvitationFilter } from './invitationFilter';

/** Every screen with its parameters. The selected account lives here, in the address, and nowhere else. */
export type Route =
  | { readonly screen: 'welcome' }
  /** With `setup`: the form is filled in from somebody's setup link. */
  | { readonly screen: 'connect'; readonly setup?: ConnectionSetup }
  | { readonly screen: 'editConnection'; readonly connectionId: string }
  | { readonly screen: 'home' }
  /** With `trouble`: only those that couldn't be read. */
  | { readonly screen: 'accounts'; readonly problemsOnly?: true }
  | ({ readonly screen: 'invitations'; readonly account: AccountRef | null } & ListView)
  /** Who has access to an account. */
  | { readonly screen: 'members'; readonly account: AccountRef }
  /** With `again`: the form is filled in with people who are to be let in again. */
  | { readonly screen: 'invite'; readonly account: AccountRef | null; readonly again?: InviteAgain }
  /** With `runId`: a single run. */
  | { readonly screen: 'operations'; readonly runId: number | null }
  /** With `batch`: only what it, or one of its rows, led to. */
  | { readonly screen: 'activity'; readonly account: AccountRef | null; readonly batch?: BatchPart }
  | { readonly screen: 'batches' }
  /** With `rowId`: that row selected. */
  | { readonly screen: 'batch'; readonly batchId: string; readonly rowId?: string }
  /** An opened batch file. */
  | { readonly screen: 'review'; readonly fileId: string }
  /** Everybody who has access. */
  | { readonly screen: 'people' }
  /** The same as a matrix of people and accounts. */
  | { readonly screen: 'matrix' }
  /** Those of them who aren't in the directory file, or not active in it. */
  | { readonly screen: 'orphans' }
  /** What one user ID has in all accounts. */
  | ({ readonly screen: 'memberPerson' } & MemberPersonRef)
  /** Everything known about one address. */
  | { readonly screen: 'person'; readonly emailAddress: string }
  /** Removing somebody who left. With `subject`: what that person has; with `leaverId` too: to go on with an earlier removal. */
  | { readonly screen: 'leavers'; readonly subject?: LeaverSubject; readonly leaverId?: string }
  /** A removal that was started. */
  | { readonly screen: 'leaver'; readonly leaverId: string }
  /** Whom admins still add to instances by hand. */
  | { readonly screen: 'instances' }
  | { readonly screen: 'redeem' }
  | { readonly screen: 'settings' };

/** A batch, or one of its rows. */
export interface BatchPart {
  readonly batchId: string;
  readonly rowId?: string;
}

/** The screen of a list of invitations. */
export type InvitationsRoute = Extract<Route, { readonly screen: 'invitations' }>;

/** What a list of invitations shows. */
export interface ListView {
  /** Omitted: as the list was left, at first pending ones. */
  readonly filter?: InvitationFilter;
  /** The invitation whose details are open. */
  readonly shown?: InvitationRef;
}

/** The address of a screen, as `navigate` takes it (without the `#`). */
export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'connect':
      return route.setup === undefined
        ? '/connect'
        : `/connect/${encodeURIComponent(JSON.stringify(route.setup))}`;
    case 'editConnection':
      return `/connections/${encodeURIComponent(route.connectionId)}`;
    case 'accounts':
      return route.problemsOnly === true ? '/accounts/trouble' : '/accounts';
    case 'invitations':
    case 'members':
    case 'invite':
    case 'activity': {
      const view = route.screen === 'invitations' ? viewPath(route) : '';
      if (route.screen === 'invite' && route.again !== undefined) {
        return `/invite/${encodeURIComponent(JSON.stringify(route.again))}`;
      }
      if (route.account === null) {
        const batch = route.screen === 'activity' && route.batch !== undefined ? partPath(route.batch) : '';
        return `/${route.screen}${batch}${view}`;
      }
      const { connectionId, accountId } = route.account;
      return `/accounts/${encodeURIComponent(connectionId)}/${encodeURIComponent(accountId)}/${route.screen}${view}`;
    }
    case 'batch':
      return partPath(route);
    case 'review':
      return `/review/${encodeURIComponent(route.fileId)}`;
    case 'person':
      return `/people/${encodeURIComponent(route.emailAddress)}`;
    case 'leavers':
      return route.subject === undefined
        ? '/leavers'
        : `/leavers/plan/${encodeURIComponent(JSON.stringify(route.subject))}${
            route.leaverId === undefined ? '' : `/${encodeURIComponent(route.leaverId)}`
          }`;
    case 'leaver':
      return `/leavers/${encodeURIComponent(route.leaverId)}`;
    case 'memberPerson':
      return `/members/${encodeURIComponent(route.realm)}/${encodeURIComponent(route.userId)}`;
    case 'operations':
      return route.runId === null ? '/operations' : `/operations/${String(route.runId)}`;
    default:
      return `/${route.screen}`;
  }
}

/** The same address for an `href`. */
export const hrefOf = (route: Route): string => `#${pathOf(route)}`;

/** The same without filters or opened details: moving within a screen doesn't count as arriving at another. */
export const placeOf = (route: Route): string => pathOf(wholePlace(route));

function wholePlace(route: Route): Route {
  switch (route.screen) {
    case 'invitations':
    case 'activity':
      return { screen: route.screen, account: route.account };
    case 'accounts':
      return { screen: route.screen };
    case 'batch':
      return { screen: route.screen, batchId: route.batchId };
    default:
      return route;
  }
}

/** The screen of an address. Never throws: an address of no screen is Home. */
export function routeOf(path: string): Route {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const [first, second, third, fourth, fifth] = parts;
  switch (first) {
    case 'welcome':
    case 'redeem':
    case 'instances':
    case 'settings':
    // Not below people, where any text is somebody's address.
    case 'matrix':
    case 'orphans':
      return { screen: first };
    case 'connect': {
      const setup = connectionSetup.safeParse(fromJson(second)).data;
      return setup === undefined ? { screen: first } : { screen: first, setup };
    }
    case 'batches':
      return second === undefined ? { screen: first } : { screen: 'batch', ...partOf(second, third) };
    case 'review':
      return second === undefined ? { screen: 'batches' } : { screen: first, fileId: second };
    case 'people':
      return second === undefined ? { screen: first } : { screen: 'person', emailAddress: second };
    case 'members':
      return second === undefined || third === undefined
        ? { screen: 'people' }
        : { screen: 'memberPerson', realm: second, userId: third };
    case 'leavers':
      return leaversRouteOf(second, third, fourth);
    case 'invitations':
      return { screen: first, account: null, ...viewOf(second) };
    case 'invite': {
      const again = inviteAgain.safeParse(fromJson(second)).data;
      return { screen: first, account: null, ...(again === undefined ? {} : { again }) };
    }
    case 'activity':
      return second === 'batches' && third !== undefined
        ? { screen: first, account: null, batch: partOf(third, fourth) }
        : { screen: first, account: null };
    case 'operations':
      return { screen: first, runId: wholeNumber(second) };
    case 'connections':
      return second === undefined
        ? { screen: 'settings' }
        : { screen: 'editConnection', connectionId: second };
    case 'accounts':
      return accountsRouteOf(second, third, fourth, fifth);
    default:
      return { screen: 'home' };
  }
}

function accountsRouteOf(second?: string, third?: string, fourth?: string, fifth?: string): Route {
  if (second === undefined || third === undefined) {
    return second === 'trouble' ? { screen: 'accounts', problemsOnly: true } : { screen: 'accounts' };
  }
  const account = { connectionId: second, accountId: third };
  return fourth === 'members' || fourth === 'invite' || fourth === 'activity'
    ? { screen: fourth, account }
    : { screen: 'invitations', account, ...viewOf(fifth) };
}

function wholeNumber(text?: string): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

function leaversRouteOf(second?: string, third?: string, fourth?: string): Route {
  if (second === undefined) return { screen: 'leavers' };
  if (second !== 'plan') return { screen: 'leaver', leaverId: second };
  const subject = leaverSubject.safeParse(fromJson(third)).data;
  if (subject === undefined) return { screen: 'leavers' };
  return { screen: 'leavers', subject, ...(fourth === undefined ? {} : { leaverId: fourth }) };
}

/** The account of an address, null if it is about all of them. */
export const accountOf = (route: Route): AccountRef | null => ('account' in route ? route.account : null);

const partPath = ({ batchId, rowId }: BatchPart): string =>
  ['', 'batches', batchId, ...(rowId === undefined ? [] : [rowId])].map(encodeURIComponent).join('/');

const partOf = (batchId: string, rowId: string | undefined): BatchPart =>
  rowId === undefined ? { batchId } : { batchId, rowId };

/** The view as the last part of an address; empty without a view of its own. */
function viewPath({ filter, shown }: ListView): string {
  if (filter === undefined && shown === undefined) return '';
  // As JSON, in which even half a surrogate pair is written with letters that an address can contain.
  return `/${encodeURIComponent(JSON.stringify({ filter, shown }))}`;
}

function viewOf(part: string | undefined): ListView {
  const view = fromJson(part);
  const filter = checkedFilter(view['filter']);
  const shown = invitationRef.safeParse(view['shown']).data;
  return {
    ...(filter === null ? {} : { filter }),
    ...(shown === undefined ? {} : { shown }),
  };
}

function fromJson(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
