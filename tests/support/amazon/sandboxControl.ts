import type { ChildProcess } from 'node:child_process';
import type { Command, CommandAnswer, CommandMessage } from '../../../main/sandbox/control/command';
import type { Conduct } from '../../../main/sandbox/control/conduct';
import type { FaultRule } from '../../../main/sandbox/faults/fault';

/**
 * What a test can tell a running sandbox, over the IPC channel that only the process which started it has. Each is in
 * force once its promise is fulfilled. `identity` is a person's short name; everybody when left out.
 */
export interface SandboxControl {
  /**
   * Adds faults for the requests a rule is for. Without `operation`: all of the Ads API, none of the sign-in.
   * `sandbox.misbehave({ operation: 'CreateUserInvitations', faults: [{ kind: 'reset', when: 'after' }] })`
   */
  readonly misbehave: (rule: FaultRule) => Promise<void>;
  /** Drops every rule. Answers with how many queued faults no request had met: 0 when all were used. */
  readonly behave: () => Promise<number>;
  /** How many queued faults no request has met yet. */
  readonly faultsLeft: () => Promise<number>;
  /** Ends access tokens now, refresh tokens stay good. Answers with how many. */
  readonly expireTokens: (identity?: string) => Promise<number>;
  /** Ends access and refresh tokens, as a person does who removes the app. Answers with how many. */
  readonly revokeGrants: (identity?: string) => Promise<number>;
  /** Moves the sandbox's clock by so many ms (back when negative). Answers with ms since 1970 by that clock. */
  readonly moveClock: (ms: number) => Promise<number>;
  /** Whether a sign-in that asks for the scope `profile` is refused with invalid_scope. */
  readonly refuseProfile: (refuse: boolean) => Promise<void>;
  /** Changes how the user operations answer; what is left out stays. */
  readonly conduct: (conduct: Partial<Conduct>) => Promise<void>;
  /** Lets somebody into an account or out of it, or into the manager account or out of it. */
  readonly setMember: (member: Omit<Extract<Command, { type: 'setMember' }>, 'type'>) => Promise<void>;
}

export function controlOf(child: ChildProcess): SandboxControl {
  let lastId = 0;
  const tell = (command: Command): Promise<number> => {
    lastId += 1;
    return commandChild(child, { id: lastId, command });
  };
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

/** @throws Error when the sandbox refuses the command or ends before it answers */
function commandChild(child: ChildProcess, message: CommandMessage): Promise<number> {
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
