import type { QuitQuestion } from './quitQuestion';

interface LeavingDeps {
  /** What to ask now, null if nothing. */
  readonly question: () => QuitQuestion | null;
  /** Resolves with true if the person wants to quit. */
  readonly ask: (question: QuitQuestion) => Promise<boolean>;
  readonly quit: () => void;
}

export interface QuitGuard {
  /** Whether the app may quit now. If not, the person is being asked, and after a yes the app quits. */
  mayLeave(): boolean;
  /** From now on nothing is asked: the person has decided. */
  decided(): void;
  /** The system is about to end the app, and nothing is asked. Another program may still prevent that. */
  systemEnds(): void;
}

/** A system that hasn't ended the app by then (ms) won't: another program has prevented it. */
const systemEndsWithinMs = 30_000;

/** Whether the app may quit. Asks at most one question at a time, and none after a decision. */
export function createQuitGuard({ question, ask, quit }: LeavingDeps): QuitGuard {
  let free = false;
  let ending = false;
  let asking = false;

  const questionNow = (): QuitQuestion | null => {
    try {
      return question();
    } catch {
      // An unreadable database must not prevent quitting.
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
