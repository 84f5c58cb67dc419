import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { ChannelName } from '../../shared/bridge/channels';
import { ipc } from '../../shared/bridge/ipc';
import { guard } from './guard';
import { callOf, type Handlers } from './handlers';

/**
 * Registers every channel of the map. This is the only place that names `ipcMain`, so no channel can be opened without its
 * schemas and the sender check.
 */
export function registerHandlers(
  handlers: Handlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const channel of Object.keys(ipc) as ChannelName[]) {
    const call = callOf(handlers, channel);
    const handler = (input: never, { sender }: IpcMainInvokeEvent): unknown =>
      call(input, { windowId: sender.id });
    ipcMain.handle(channel, guard(ipc[channel], handler, isTrusted));
  }
}
