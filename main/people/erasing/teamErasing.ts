import type { PersonFacts } from './personFacts';

/** An erasure that is about to be recorded. */
export interface BegunErasure {
  readonly number: number;
  /** UUIDv7. */
  readonly erasureId: string;
}

/** What the team has to do with erasing a person. Without a team, nothing. */
export interface TeamErasing {
  /**
   * Remembers by which IDs colleagues know the person, who isn't named by them. To be asked before the person is erased.
   * @param inStore whether the team's store is to erase the person too
   * @returns writes that down; called in the transaction that erases
   * @throws CodedError TEAM_REFUSED if that isn't allowed, INVALID_INPUT without a team
   */
  prepare(person: PersonFacts, inStore: boolean): (erasure: BegunErasure) => void;
  /** The person was erased here; the store does its part as soon as it can. */
  erased(person: PersonFacts, erasure: BegunErasure): void;
}

export const noTeamErasing: TeamErasing = { prepare: () => () => undefined, erased: () => undefined };
