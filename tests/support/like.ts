import { expect } from 'vitest';

/** Stands for any text that matches, where vitest compares objects. */
export const like = (pattern: RegExp): string => expect.stringMatching(pattern) as string;
