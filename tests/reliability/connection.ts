/** The one connection through which everything is sent. */
export const connectionId = 'c-1';
