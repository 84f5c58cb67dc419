import type { z } from 'zod';
import type { Area, ChannelName } from './channels';

/** One channel: its input and its output, one object each. */
export interface ChannelSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Max size of one call, in bytes of its structured clone, where it is above the default. */
  readonly maxInputBytes?: number;
}

/** All channels of one area; a channel without schemas doesn't compile. */
export type AreaChannels<A extends Area> = Record<Extract<ChannelName, `${A}.${string}`>, ChannelSpec>;
