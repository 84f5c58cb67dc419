import type { Access } from '../access/types';
import type { Instances } from '../access/instances/instances';
import type { AccountLabels } from '../access/labels/accountLabels';
import type { RefreshAll } from '../access/refresh/refreshAll';
import type { AreaHandlers } from './handlers';

interface AccountHandlersDeps {
  readonly access: Access;
  readonly instances: Pick<Instances, 'mine' | 'known' | 'plan' | 'read'>;
  readonly labels: AccountLabels;
  readonly refreshAll: RefreshAll;
}

export const accountHandlers = ({
  access,
  instances,
  labels,
  refreshAll,
}: AccountHandlersDeps): AreaHandlers<'accounts'> => ({
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
  'accounts.instances': () => ({ accounts: instances.mine() }),
  'accounts.knownInstances': ({ account }) => ({ known: instances.known(account) }),
  'accounts.planInstances': (input) => instances.plan(input),
  'accounts.readInstances': async ({ accounts }) => {
    await instances.read(accounts);
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
  ...labelHandlers(labels),
});

type LabelChannels =
  `accounts.${'label' | 'groups' | 'renameGroup' | 'orderGroups' | 'deleteGroup' | 'restoreGroup'}`;

const labelHandlers = (labels: AccountLabels): Pick<AreaHandlers<'accounts'>, LabelChannels> => ({
  'accounts.label': (input) => {
    labels.label(input);
    return {};
  },
  'accounts.groups': () => ({ groups: labels.groups() }),
  'accounts.renameGroup': ({ groupId, name }) => {
    labels.renameGroup(groupId, name);
    return {};
  },
  'accounts.orderGroups': ({ groupIds }) => {
    labels.orderGroups(groupIds);
    return {};
  },
  'accounts.deleteGroup': ({ groupId }) => {
    labels.deleteGroup(groupId);
    return {};
  },
  'accounts.restoreGroup': ({ groupId }) => {
    labels.restoreGroup(groupId);
    return {};
  },
});
