import { useEffect, useEffectEvent, useRef } from 'react';
import { useReadAgain, useRefreshState } from '../queries/refresh/refresh';
import { toReadAgain } from '../queries/refresh/refreshState';

const firstPauseMs = 5_000;
const maxPauseMs = 60_000;

/**
 * Reads again what the network kept from being read, as soon as it is back, so that no notice outlives its cause. The
 * system tells of a cable or a wireless network; of a VPN, a proxy or Amazon itself nothing does, so one question is asked
 * from time to time while nothing can be reached.
 */
export function useReadAgainWhenBack(): void {
  const state = useRefreshState();
  const readAgain = useReadAgain();
  const unread = toReadAgain(state);
  const failedQuestions = useRef(0);
  const read = useEffectEvent(() => {
    failedQuestions.current = state.offline ? failedQuestions.current + 1 : 0;
    readAgain(unread);
  });
  const step = unread.length === 0 ? 'none' : state.offline ? 'ask' : 'readAll';

  useEffect(() => {
    if (step === 'readAll') read();
    if (step !== 'ask') return undefined;
    const timer = setTimeout(read, Math.min(maxPauseMs, firstPauseMs * 2 ** failedQuestions.current));
    addEventListener('online', read);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', read);
    };
  }, [step, state.latestAt]);
}
