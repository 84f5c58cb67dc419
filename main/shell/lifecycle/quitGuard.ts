import type { QuitQuestion } from './quitQuestion';

interface LeavingDeps {
  /** What to ask now, null when nothing is to be asked. */
  readonly question: () => QuitQuestion | null;
  /** Resolves with true when the person wants to quit. */
  readonly ask: (question: QuitQuestion) => Promise<boolean>;
  readonly quit: () => void;
}

export interface QuitGuard {
  /** Whether the app may be left now. If not, the person is being asked, and after a yes the app quits. */
  mayLeave(): boolean;
  /** From now on nothing is asked: the person has decided. */
  decided(): void;
  /** The system is about to end the program, and nothing is asked. Somebody may still keep it from doing so. */
  systemEnds(): void;
}

/** A system that has not ended the program by then (ms) won't: another program has kept it from that. */
const systemEndsWithinMs = 30_000;

/** Whether the app may be left. Asks at most one question at a time, and none after a decision. */
export function createQuitGuard({ question, ask, quit }: LeavingDeps): QuitGuard {
  let free = false;
  let ending = false;
  let asking = false;

  const questionNow = (): QuitQuestion | null => {
    try {
      return question();
    } catch {
      // A database that cannot be read must not keep anybody in.
      return null;
    }
  };

  const decide = async (question: QuitQuestion): Promise<void> => {
    asking = true;
    try {
      free = (await ask(question)) || free;
    } finally {
      asking = false;
    }
    if (free) quit();
  };

  return {
    mayLeave() {
      if (free || ending) return true;
      if (asking) return false;
      const question = questionNow();
      if (question === null) return true;
      void decide(question);
      return false;
    },
    decided() {
      free = true;
    },
    systemEnds() {
      ending = true;
      setTimeout(() => {
        ending = false;
      }, systemEndsWithinMs);
    },
  };
}
