/** The one connection used for all sending. */
export const connectionId = 'c-1';
