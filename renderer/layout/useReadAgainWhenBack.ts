import { useEffect, useEffectEvent, useRef } from 'react';
import { useOutboxStatus } from '../queries/outbox';
import { useReadAgain, useRefreshState } from '../queries/refresh/refresh';
import { toReadAgain } from '../queries/refresh/refreshState';

const firstPauseMs = 5_000;
const maxPauseMs = 60_000;

/**
 * Reads again what failed because of the network, as soon as it is back, so that no notice outlives its cause. The system reports
 * a cable or a wireless network, but not a VPN, a proxy or Amazon itself, so one request is made periodically while nothing can
 * be reached.
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
  const waiting = useOutboxStatus()?.waits.some(({ reason }) => reason === 'unreachable') ?? false;
  const wasWaiting = useRef(false);
  const readOnceSent = useEffectEvent(() => {
    // Sending got through, so reading does too.
    if (wasWaiting.current && !waiting && unread.length > 0) read();
    wasWaiting.current = waiting;
  });
  useEffect(() => {
    readOnceSent();
  }, [waiting]);
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
