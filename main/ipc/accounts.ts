import type { Access } from '../access/types';
import type { RefreshAll } from '../access/refresh/refreshAll';
import type { AreaHandlers } from './handlers';

export const accountHandlers = (access: Access, refreshAll: RefreshAll): AreaHandlers<'accounts'> => ({
  'accounts.list': (input) => ({ accounts: access.listAccounts(input) }),
  'accounts.refresh': ({ connectionId }) => access.refreshAccounts(connectionId),
  'accounts.refreshAll': () => {
    refreshAll.start();
    return {};
  },
  'accounts.refreshProgress': () => ({ progress: refreshAll.progress() }),
  'accounts.pauseRefresh': () => {
    refreshAll.pause();
    return {};
  },
  'accounts.resumeRefresh': () => {
    refreshAll.resume();
    return {};
  },
  'accounts.stopRefresh': () => {
    refreshAll.stop();
    return {};
  },
  'accounts.setFavourite': ({ account, favourite }) => {
    access.setFavourite(account, favourite);
    return {};
  },
  'accounts.markOpened': ({ account }) => {
    access.markOpened(account);
    return {};
  },
});
