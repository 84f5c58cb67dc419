/** Whether an operation was not sent because it isn't needed, in SQL; see `shownStatus`. Never null. */
export const isSkipped = `(status = 'failed' AND error ->> 'code' = 'ALREADY_INVITED')`;

/** The status of an operation as it is shown, in SQL. */
export const shownStatusColumn = `iif(${isSkipped}, 'skipped', status)`;
