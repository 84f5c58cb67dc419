/** Blocks work between two steps while closed. Initially open. */
export interface PauseGate {
  open(): void;
  close(): void;
  isClosed(): boolean;
  /** Resolves when it is closed. */
  closed(): Promise<void>;
  /** Resolves when it is open, or `ending` is aborted. */
  passed(ending: AbortSignal): Promise<void>;
}

export function createPauseGate(): PauseGate {
  let opened: PromiseWithOpener | null = null;
  let closed = promiseWithOpener();
  return {
    open() {
      if (opened === null) return;
      opened.open();
      opened = null;
      closed = promiseWithOpener();
    },
    close() {
      opened ??= promiseWithOpener();
      closed.open();
    },
    isClosed: () => opened !== null,
    closed: () => closed.promise,
    async passed(ending) {
      while (opened !== null && !ending.aborted) await Promise.race([opened.promise, aborted(ending)]);
    },
  };
}

interface PromiseWithOpener {
  readonly promise: Promise<void>;
  readonly open: () => void;
}

function promiseWithOpener(): PromiseWithOpener {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
