import { z } from 'zod';
import { commandMessage, type Command, type CommandAnswer } from './command';

/**
 * Lets the parent of a plain child process command the sandbox over their IPC channel. There is no other access: no port, no
 * path, and the app's utility process has no such channel.
 */
export function obeyParent(obey: Obey): void {
  process.on('message', (message: unknown) => {
    void answer(message, obey).then((answered) => process.send?.(answered));
  });
}

type Obey = (command: Command, port: number | undefined) => Promise<number>;

async function answer(message: unknown, obey: Obey): Promise<CommandAnswer> {
  const read = commandMessage.safeParse(message);
  if (!read.success) {
    const id = z.object({ id: z.int() }).safeParse(message).data?.id ?? null;
    return { type: 'refused', id, message: z.prettifyError(read.error) };
  }
  const { id, command, port } = read.data;
  try {
    return { type: 'obeyed', id, result: await obey(command, port) };
  } catch (error) {
    return { type: 'refused', id, message: error instanceof Error ? error.message : String(error) };
  }
}
