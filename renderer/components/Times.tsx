import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { ageOf, clockOf, dateOf, exactTime, readAtOf, remainingUntil, timeOf } from './text/formatTime';
import { useNow } from './useNow';
import { componentsText } from './componentsText';

interface At {
  /** ms since 1970. */
  readonly at: number;
}

/** The age of something that came from Amazon: "as of 14:05". */
export function AsOf({ at }: At): ReactElement {
  return <time title={exactTime(at)}>{componentsText.asOf(timeOf(at, useNow()))}</time>;
}

/** The same in small type, for use beside a heading. */
export function AsOfBeside({ at }: At): ReactElement {
  return (
    <Box display="inline" fontSize="body-s" color="text-body-secondary" fontWeight="normal">
      <AsOf at={at} />
    </Box>
  );
}

/** The time alone, for a column headed "As of". @param at null = never */
export function ReadAt({ at }: { readonly at: number | null }): ReactElement {
  const text = readAtOf(at, useNow());
  if (at === null) return <>{text}</>;
  return (
    <time className="unbroken" title={exactTime(at)}>
      {text}
    </time>
  );
}

/** "5 minutes ago", with the exact time on hover. */
export function RelativeTime({ at }: At): ReactElement {
  return (
    <time className="unbroken" title={exactTime(at)}>
      {ageOf(at, useNow())}
    </time>
  );
}

/** A day, with the exact time on hover. */
export function Day({ at }: At): ReactElement {
  return (
    <time className="unbroken" title={exactTime(at)}>
      {dateOf(at, useNow())}
    </time>
  );
}

/** A day with the time below, and the exact time on hover. */
export function Moment({ at }: At): ReactElement {
  return (
    <time className="unbroken" title={exactTime(at)}>
      {dateOf(at, useNow())}
      <Box variant="small" display="block">
        {clockOf(at)}
      </Box>
    </time>
  );
}

/** How long an invitation is still valid; a warning if that is less than three days. */
export function Expiry({ at }: At): ReactElement {
  const { text, urgency } = remainingUntil(at, useNow());
  const time = (
    <time className="unbroken" title={exactTime(at)}>
      {text}
    </time>
  );
  if (urgency === 'later') return time;
  return (
    <StatusIndicator wrapText={false} type={urgency === 'over' ? 'stopped' : 'warning'}>
      {time}
    </StatusIndicator>
  );
}
