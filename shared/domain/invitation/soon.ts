/** A pending invitation expires soon when it has at most this many days left: on Home, in the preset views and in counts. */
export const soonDays = 3;

/** The daily reminder counts those that expire within this many days. */
export const reminderDays = 2;
