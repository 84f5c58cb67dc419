import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command, SenderMessage, SenderStart } from './messages';

export type Answer = Extract<SenderMessage, { type: 'answer' }>;

/** A sender in a process of its own. */
export interface SenderProcess {
  /** Resolves when it listens; with false if it ended before. */
  readonly ready: Promise<boolean>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Called while it is staging, or recording, the sending of a batch. */
  onWriting(listener: (step: 'staging' | 'writing') => void): void;
  /** @returns undefined if it ended before it answered */
  tell(command: Command): Promise<Answer | undefined>;
  /** SIGKILL, immediately. */
  kill(): void;
  /** Stands still for a while, as on a computer that sleeps. */
  freeze(until: Promise<unknown>): void;
  isKilled(): boolean;
}

export function startSender(start: SenderStart): SenderProcess {
  const child = fork(join(import.meta.dirname, 'sender.mjs'), [JSON.stringify(start)], { execArgv: [] });
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  const listeners: ((step: 'staging' | 'writing') => void)[] = [];
  let lastId = 0;
  let isOver = false;
  let killed = false;

  const ready = new Promise<boolean>((resolve) => {
    child.on('message', (message: SenderMessage) => {
      if (message.type === 'ready') {
        resolve(true);
        return;
      }
      if (message.type !== 'answer') {
        for (const listener of listeners) listener(message.type);
        return;
      }
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    });
    child.once('exit', () => resolve(false));
  });
  // What is sent to a process that is being killed arrives nowhere.
  child.on('error', () => undefined);
  const ended = once(child, 'exit').then(() => {
    isOver = true;
    // What was being written to it when it was killed would stay pending forever.
    if (child.connected) child.disconnect();
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
    if (!killed && child.exitCode !== 0) {
      throw new Error(`The sender ended by itself, with code ${String(child.exitCode)}.`);
    }
  });
  ended.catch(() => undefined);

  return {
    ready,
    ended,
    onWriting: (listener) => {
      listeners.push(listener);
    },
    tell(command) {
      if (isOver || killed) return Promise.resolve(undefined);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, command }, () => undefined);
      });
    },
    kill() {
      killed = true;
      child.kill('SIGKILL');
    },
    freeze(until) {
      child.kill('SIGSTOP');
      void until.then(() => child.kill('SIGCONT'));
    },
    isKilled: () => killed,
  };
}
