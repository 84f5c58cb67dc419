/**
 * For work that is asked for far more often than it is worth doing. The first asking starts it at once; those that come
 * while it runs, or sooner than `intervalMs` after it began, lead to one more run. So the last asking is always
 * followed by a run, and no two runs overlap.
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
