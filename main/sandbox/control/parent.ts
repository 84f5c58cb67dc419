import { z } from 'zod';
import { commandMessage, type Command, type CommandAnswer } from './command';

/**
 * Lets the parent of a plain child process command the sandbox over their IPC channel. There is no other access: no port, no
 * path, and the app's utility process has no such channel.
 */
export function obeyParent(obey: (command: Command) => number): void {
  process.on('message', (message: unknown) => {
    process.send?.(answer(message, obey));
  });
}

function answer(message: unknown, obey: (command: Command) => number): CommandAnswer {
  const read = commandMessage.safeParse(message);
  if (read.success) return { type: 'obeyed', id: read.data.id, result: obey(read.data.command) };
  const id = z.object({ id: z.int() }).safeParse(message).data?.id ?? null;
  return { type: 'refused', id, message: z.prettifyError(read.error) };
}
