import type { ChannelOutput } from '../../shared/ipc';
import type { AreaHandlers } from './handlers';

export const appHandlers = (
  info: () => ChannelOutput<'app.info'>,
  copyDiagnostics: () => Promise<void>,
): AreaHandlers<'app'> => ({
  'app.info': info,
  'app.diagnostics': async () => {
    await copyDiagnostics();
    return {};
  },
});
