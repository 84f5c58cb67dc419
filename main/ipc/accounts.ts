import type { Access } from '../access/access';
import type { AreaHandlers } from './handlers';

export const accountHandlers = (access: Access): AreaHandlers<'accounts'> => ({
  'accounts.list': (input) => ({ accounts: access.listAccounts(input) }),
  'accounts.refresh': ({ connectionId }) => access.refreshAccounts(connectionId),
  'accounts.setFavourite': ({ account, favourite }) => {
    access.setFavourite(account, favourite);
    return {};
  },
  'accounts.markOpened': ({ account }) => {
    access.markOpened(account);
    return {};
  },
});
