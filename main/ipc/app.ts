import type { ChannelName } from '../../shared/bridge/channels';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { CallerHandlers } from './handlers';

type MenuState = CheckedInput<'app.setMenu'>;

type AppChannel = Extract<ChannelName, `app.${string}`>;

interface AppService {
  info(): ChannelOutput<'app.info'>;
  checkKeychain(): Promise<unknown>;
  setMenu(windowId: number, state: MenuState): void;
  copyDiagnostics(): Promise<void>;
  copyObservations(): Promise<void>;
  cellMenu(
    windowId: number,
    at: CheckedInput<'app.cellMenu'>,
  ): Promise<ChannelOutput<'app.cellMenu'>['command']>;
}

export const appHandlers = (service: AppService): CallerHandlers<AppChannel> => ({
  'app.info': () => service.info(),
  'app.checkKeychain': async () => {
    await service.checkKeychain();
    return {};
  },
  'app.setMenu': (state, { windowId }) => {
    service.setMenu(windowId, state);
    return {};
  },
  'app.diagnostics': async () => {
    await service.copyDiagnostics();
    return {};
  },
  'app.observations': async () => {
    await service.copyObservations();
    return {};
  },
  'app.cellMenu': async (at, { windowId }) => ({ command: await service.cellMenu(windowId, at) }),
});
