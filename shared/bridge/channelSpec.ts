import type { z } from 'zod';
import type { Area, ChannelName } from './channels';

/** One channel: what goes in and what comes out, one object each. */
export interface ChannelSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** The most one call may carry, in bytes of its structured clone, where that is more than elsewhere. */
  readonly maxInputBytes?: number;
}

/** All channels of one area: one without schemas does not compile. */
export type AreaChannels<A extends Area> = Record<Extract<ChannelName, `${A}.${string}`>, ChannelSpec>;
