import { readArguments } from './arguments';
import type { Command } from './control/command';
import { startServer, type SandboxServer } from './server';

/** The sandboxes of this process, each with its own state and port. */
export interface Servers {
  /**
   * Starts one from the options of the command line.
   * @throws Error that says why it doesn't start
   */
  readonly start: (options: readonly string[]) => Promise<SandboxServer>;
  /**
   * Carries out a command for the one at this port; without a port, for the one that the process was started for.
   * @returns the command's answer, as `command` describes it
   * @throws Error if there is none
   */
  readonly obey: (command: Command, port?: number) => Promise<number>;
  /** Ends all of them. */
  readonly close: () => Promise<void>;
}

export function createServers(): Servers {
  /** By port, the first one first. */
  const running = new Map<number, SandboxServer>();

  const start = async (options: readonly string[]): Promise<SandboxServer> => {
    const { faults, ...rest } = readArguments(options);
    const server = await startServer({ ...rest, now: Date.now });
    for (const rule of faults) server.obey({ type: 'misbehave', rule });
    running.set(portOf(server), server);
    return server;
  };

  const at = (port: number | undefined): SandboxServer => {
    const server = port === undefined ? [...running.values()][0] : running.get(port);
    if (server === undefined) throw new Error(`There is no sandbox at port ${String(port)}.`);
    return server;
  };

  return {
    start,
    async obey(command, port) {
      if (command.type === 'startAnother') return portOf(await start(command.options));
      const server = at(port);
      if (command.type !== 'end') return server.obey(command);
      running.delete(portOf(server));
      await server.close();
      return 0;
    },
    async close() {
      await Promise.all([...running.values()].map((server) => server.close()));
    },
  };
}

const portOf = ({ origin }: SandboxServer): number => Number(new URL(origin).port);
