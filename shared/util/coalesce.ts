/**
 * For work that is requested far more often than it should run. The first request starts it immediately; requests during a run,
 * or sooner than `intervalMs` after it began, cause one more run. So the last request is always followed by a run, and runs never
 * overlap.
 * @param work never rejects
 */
export function coalesce(work: () => Promise<void> | void, intervalMs: number): () => void {
  let busy = false;
  let again = false;
  const ask = (): void => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    const pause = new Promise<void>((resolve) => setTimeout(resolve, intervalMs));
    void Promise.all([work(), pause]).then(() => {
      busy = false;
      if (again) ask();
    });
  };
  return ask;
}
