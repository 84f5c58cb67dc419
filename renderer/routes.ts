import type { AccountRef } from '../shared/domain/account';

/** Every screen with what it is about. The chosen account lives here, in the address, and nowhere else. */
export type Route =
  | { readonly screen: 'welcome' }
  | { readonly screen: 'connect' }
  | { readonly screen: 'editConnection'; readonly connectionId: string }
  | { readonly screen: 'accounts' }
  | { readonly screen: 'invitations'; readonly account: AccountRef | null }
  | { readonly screen: 'invite'; readonly account: AccountRef | null }
  | { readonly screen: 'settings' };

/** The address of a screen, as `navigate` takes it (without the `#`). */
export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'editConnection':
      return `/connections/${encodeURIComponent(route.connectionId)}`;
    case 'invitations':
    case 'invite': {
      if (route.account === null) return `/${route.screen}`;
      const { connectionId, accountId } = route.account;
      return `/accounts/${encodeURIComponent(connectionId)}/${encodeURIComponent(accountId)}/${route.screen}`;
    }
    default:
      return `/${route.screen}`;
  }
}

/** The same address for an `href`. */
export const hrefOf = (route: Route): string => `#${pathOf(route)}`;

/** The screen an address names. Never throws: an address that names none is the list of accounts. */
export function routeOf(path: string): Route {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const [first, second, third, fourth] = parts;
  switch (first) {
    case 'welcome':
    case 'connect':
    case 'settings':
      return { screen: first };
    case 'invitations':
    case 'invite':
      return { screen: first, account: null };
    case 'connections':
      return second === undefined
        ? { screen: 'settings' }
        : { screen: 'editConnection', connectionId: second };
    case 'accounts':
      if (second === undefined || third === undefined) return { screen: 'accounts' };
      return {
        screen: fourth === 'invite' ? 'invite' : 'invitations',
        account: { connectionId: second, accountId: third },
      };
    default:
      return { screen: 'accounts' };
  }
}

/** The account an address is about, null when it is about all of them. */
export const accountOf = (route: Route): AccountRef | null => ('account' in route ? route.account : null);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
