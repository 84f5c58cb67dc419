import type { ChildProcess } from 'node:child_process';
import type { Command, CommandAnswer, CommandMessage } from '../../../main/sandbox/control/command';
import type { Conduct } from '../../../main/sandbox/control/conduct';
import type { FaultRule } from '../../../main/sandbox/faults/fault';

/**
 * A test's commands for a running sandbox, over the IPC channel that only its parent process has. Each is in effect once its
 * promise is fulfilled. `identity` is a person's short name; everybody if omitted.
 */
export interface SandboxControl {
  /**
   * Adds faults for the requests of a rule. Without `operation`: all of the Ads API, none of the sign-in. `sandbox.misbehave({
   * operation: 'CreateUserInvitations', faults: [{ kind: 'reset', when: 'after' }] })`
   */
  readonly misbehave: (rule: FaultRule) => Promise<void>;
  /** Drops every rule. Returns how many queued faults never occurred: 0 if all were used. */
  readonly behave: () => Promise<number>;
  /** How many queued faults haven't occurred yet. */
  readonly faultsLeft: () => Promise<number>;
  /** Expires access tokens now; refresh tokens stay valid. Returns how many. */
  readonly expireTokens: (identity?: string) => Promise<number>;
  /** Revokes access and refresh tokens, as when a person removes the app. Returns how many. */
  readonly revokeGrants: (identity?: string) => Promise<number>;
  /** Moves the sandbox's clock by this many ms (back if negative). Returns ms since 1970 by that clock. */
  readonly moveClock: (ms: number) => Promise<number>;
  /** Whether a sign-in that asks for the scope `profile` is refused with invalid_scope. */
  readonly refuseProfile: (refuse: boolean) => Promise<void>;
  /** Changes how the user operations answer; omitted fields stay. */
  readonly conduct: (conduct: Partial<Conduct>) => Promise<void>;
  /** Adds a person to an account or removes one, or the same for the manager account. */
  readonly setMember: (member: Omit<Extract<Command, { type: 'setMember' }>, 'type'>) => Promise<void>;
}

/** @param port says which of the process's sandboxes */
export function controlOf(child: ChildProcess, port: number): SandboxControl {
  const tell = (command: Command): Promise<number> => commandChild(child, command, port);
  const forPerson = (identity: string | undefined): { identity?: string } =>
    identity === undefined ? {} : { identity };

  return {
    misbehave: async (rule) => {
      await tell({ type: 'misbehave', rule });
    },
    behave: () => tell({ type: 'behave' }),
    faultsLeft: () => tell({ type: 'countFaults' }),
    expireTokens: (identity) => tell({ type: 'expireTokens', ...forPerson(identity) }),
    revokeGrants: (identity) => tell({ type: 'revokeGrants', ...forPerson(identity) }),
    moveClock: (ms) => tell({ type: 'moveClock', ms }),
    refuseProfile: async (refuse) => {
      await tell({ type: 'refuseProfile', refuse });
    },
    conduct: async (conduct) => {
      await tell({ type: 'conduct', conduct });
    },
    setMember: async (member) => {
      const people = await tell({ type: 'setMember', ...member });
      if (people === 0) throw new Error(`The sandbox has nobody called ${member.identity}.`);
    },
  };
}

let lastId = 0;

/** @throws Error when the sandbox refuses the command or ends before it answers */
export function commandChild(child: ChildProcess, command: Command, port?: number): Promise<number> {
  lastId += 1;
  const message: CommandMessage = { id: lastId, ...(port === undefined ? {} : { port }), command };
  return new Promise((resolve, reject) => {
    const quiet = (): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (answer: unknown): void => {
      const { id, ...rest } = answer as CommandAnswer;
      if (id !== message.id) return;
      quiet();
      if (rest.type === 'obeyed') resolve(rest.result);
      else reject(new Error(`The sandbox refused ${message.command.type}: ${rest.message}`));
    };
    const onExit = (): void => {
      quiet();
      reject(new Error(`The sandbox ended before it obeyed ${message.command.type}.`));
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(message, (error) => {
      if (error === null) return;
      quiet();
      reject(error);
    });
  });
}
