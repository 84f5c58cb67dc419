import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  channels,
  commandChannel,
  eventChannel,
  fileChannels,
  openingChannel,
  topics,
  type Area,
  type Topic,
} from '../shared/bridge/channels';
import type { Bridge } from '../shared/bridge/ipc';

type Call = (input?: unknown) => Promise<unknown>;

/** Resolves when main has registered the channels: a page loads while the app starts. */
const opened: Promise<unknown> = ipcRenderer.invoke(openingChannel);

async function invoke(channel: string, input: unknown): Promise<unknown> {
  await opened;
  return ipcRenderer.invoke(channel, input);
}

function callOf(channel: string): Call {
  return (fileChannels as readonly string[]).includes(channel)
    ? (file) => invoke(channel, { path: pathOf(file) })
    : (input = {}) => invoke(channel, input);
}

/** The path of a file that a person dropped or selected; empty for one created by a script, and for anything else. */
const pathOf = (file: unknown): string => (file instanceof File ? webUtils.getPathForFile(file) : '');

/** One named function per channel; the channel's name is fixed here, so the page can't select another. */
const areas = Object.fromEntries(
  (Object.keys(channels) as Area[]).map((area) => [
    area,
    Object.fromEntries(channels[area].map((name): [string, Call] => [name, callOf(`${area}.${name}`)])),
  ]),
);

const events: Bridge['events'] = {
  on(topic: Topic, listener: () => void) {
    if (!topics.includes(topic)) throw new TypeError('Unknown topic.');
    // The page gets no event object: it would lead back to ipcRenderer.
    const relay = (): void => {
      listener();
    };
    ipcRenderer.on(eventChannel(topic), relay);
    return () => {
      ipcRenderer.removeListener(eventChannel(topic), relay);
    };
  },
  onCommand(listener) {
    const relay = (_event: unknown, command: unknown): void => {
      if (typeof command === 'string') listener(command);
    };
    ipcRenderer.on(commandChannel, relay);
    return () => {
      ipcRenderer.removeListener(commandChannel, relay);
    };
  },
};

contextBridge.exposeInMainWorld('amc', { ...areas, events });
