/** How many accounts of one connection are sent to at the same time. Amazon's limits aren't published (amazon-api §5). */
export const parallelAccounts = 4;
