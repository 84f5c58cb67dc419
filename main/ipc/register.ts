import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { openingChannel, type ChannelName } from '../../shared/bridge/channels';
import type { ipc } from '../../shared/bridge/ipc';
import { guard } from './guard';
import { callOf, type Handlers } from './handlers';

// This is the only place that names `ipcMain`, so no channel can be opened without its schemas and the sender check. The schemas
// are passed in: they take long to make, and the first page loads meanwhile.

/**
 * Makes the calls of every page wait until the channels are registered. All that is answered, to anybody, is that they are.
 * @returns lets them through
 */
export function holdCalls(): () => void {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  ipcMain.handle(openingChannel, () => opened);
  return () => {
    open();
  };
}

/** Registers every channel of the map. */
export function registerHandlers(
  channels: typeof ipc,
  handlers: Handlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const channel of Object.keys(channels) as ChannelName[]) {
    const call = callOf(handlers, channel);
    const handler = (input: never, { sender }: IpcMainInvokeEvent): unknown =>
      call(input, { windowId: sender.id });
    ipcMain.handle(channel, guard(channels[channel], handler, isTrusted));
  }
}
