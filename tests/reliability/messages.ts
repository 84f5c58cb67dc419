import type { BatchRowInput } from '../../shared/domain/batch/batch';
import type { ErrorBody } from '../../shared/errors';
import type { Operation } from '../../shared/domain/outbox/operation';
import type { WhenNotSeen } from '../../shared/domain/outbox/run';
import type { TeamDouble } from '../../shared/domain/team/teamDouble';
import type { TeamWaits } from '../../main/team/team';
import type { Role } from '../../shared/domain/invitation/role';

/** A sender's one argument, as JSON. */
export interface SenderStart {
  /** The product's database file. */
  readonly file: string;
  readonly apiUrl: string;
  /** Where tokens are renewed, and what for. */
  readonly tokenUrl: string;
  readonly refreshToken: string;
  readonly lateCommitMs: number;
  /** How wrong this computer's clock is, in ms. */
  readonly clockOffMs: number;
  /** Which Amazon it is. */
  readonly realm: string;
  /** The team that shares its accounts; null: none. */
  readonly team: TeamStart | null;
}

/** How a desktop works with its team's store; the rest is in its database. */
export interface TeamStart extends Required<TeamWaits> {
  readonly password: string;
  /** After how long Amazon's list shows everybody what an app that is gone was doing, in ms. */
  readonly adoptAfterMs: number;
}

export interface RequestedPerson {
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: Role;
}

/** A batch to draft, unless it exists, and send. A repeated request is the same batch. */
export interface BatchAsk {
  readonly kind: 'batch';
  /** No other batch has it. */
  readonly name: string;
  /** Whether Amazon emails the people, or links are shared. */
  readonly notify: boolean;
  readonly rows: readonly BatchRowInput[];
  readonly whenNotSeen: WhenNotSeen;
}

/** One request; it becomes one run. A batch becomes another one with each sending of rows that failed. */
export type Ask =
  | BatchAsk
  | {
      readonly kind: 'create';
      readonly accountId: string;
      readonly invitees: readonly RequestedPerson[];
      readonly whenNotSeen: WhenNotSeen;
    }
  | {
      readonly kind: 'revoke' | 'resend';
      readonly accountId: string;
      readonly invitationIds: readonly string[];
      readonly whenNotSeen: WhenNotSeen;
    }
  | {
      readonly kind: 'changeRole';
      readonly accountId: string;
      readonly invitationId: string;
      readonly role: Role;
    }
  | {
      readonly kind: 'setRole';
      readonly accountId: string;
      readonly userIds: readonly string[];
      readonly role: Role;
    }
  | {
      readonly kind: 'removeMember';
      readonly accountId: string;
      readonly userIds: readonly string[];
    };

/** A sender's commands. */
export type Command =
  | { readonly type: 'ask'; readonly ask: Ask }
  /** Answers with the latest operations of these runs, after a person has decided what is waiting. */
  | { readonly type: 'look'; readonly runIds: readonly number[]; readonly batchRunIds: readonly number[] }
  /** Answers with what is left to do, after a person has decided what is waiting. */
  | { readonly type: 'lookAround' }
  /** Answers with who was invited twice, by what the store and Amazon's lists say now. */
  | { readonly type: 'readDoubles' }
  /** From now on its database may not grow, as on a full disk. */
  | { readonly type: 'fillDisk' }
  | { readonly type: 'freeDisk' }
  /** Ends in good order. */
  | { readonly type: 'end' };

export interface CommandMessage {
  readonly id: number;
  readonly command: Command;
}

/** What a desktop of a team hasn't finished. */
export interface LeftToDo {
  /** Changes that wait, are being sent or are in doubt, or whose outcome the store doesn't know. */
  readonly open: number;
  readonly doubts: number;
  /** Changes refused because a colleague is changing the same person, to be tried again. */
  readonly blocked: number;
  /** How the desktop stands with the store. */
  readonly link: string;
  /** Why changes wait. */
  readonly waits: readonly string[];
}

export type SenderMessage =
  | { readonly type: 'ready' }
  /** A batch is about to be drafted and staged, or is staged and about to go live. */
  | { readonly type: 'staging' | 'writing' }
  | {
      readonly type: 'answer';
      readonly id: number;
      /** The recorded runs. */
      readonly runIds?: readonly number[];
      readonly operations?: readonly Operation[];
      readonly left?: LeftToDo;
      readonly doubles?: readonly TeamDouble[];
      readonly error?: ErrorBody;
    };
