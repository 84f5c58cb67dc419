import type { Members } from '../access/members/members';
import type { Outbox } from '../outbox/outbox';
import type { AreaHandlers } from './handlers';

export const memberHandlers = (
  { list, refresh, background }: Members,
  { previewMembers, setRole, removeMembers }: Outbox,
): AreaHandlers<'members'> => ({
  'members.list': list,
  'members.refresh': async ({ account }) => ({ error: await refresh(account) }),
  'members.preview': previewMembers,
  'members.setRole': setRole,
  'members.remove': (request) => removeMembers(request),
  'members.progress': () => ({ progress: background.progress() }),
  'members.pauseRefresh': () => {
    background.pause();
    return {};
  },
  'members.resumeRefresh': () => {
    background.resume();
    return {};
  },
  'members.stopRefresh': () => {
    background.stop();
    return {};
  },
});
