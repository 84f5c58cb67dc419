import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { AreaHandlers } from './handlers';

type MenuState = CheckedInput<'app.setMenu'>;

interface AppService {
  info(): ChannelOutput<'app.info'>;
  checkKeychain(): Promise<unknown>;
  setMenu(state: MenuState): void;
  copyDiagnostics(): Promise<void>;
  copyObservations(): Promise<void>;
  cellMenu(at: CheckedInput<'app.cellMenu'>): Promise<ChannelOutput<'app.cellMenu'>['command']>;
}

export const appHandlers = (service: AppService): AreaHandlers<'app'> => ({
  'app.info': () => service.info(),
  'app.checkKeychain': async () => {
    await service.checkKeychain();
    return {};
  },
  'app.setMenu': (state) => {
    service.setMenu(state);
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
  'app.cellMenu': async (at) => ({ command: await service.cellMenu(at) }),
});
