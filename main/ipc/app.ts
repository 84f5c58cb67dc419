import type { ChannelOutput } from '../../shared/ipc';
import type { AreaHandlers } from './handlers';

export const appHandlers = (info: () => ChannelOutput<'app.info'>): AreaHandlers<'app'> => ({
  'app.info': info,
});
