/** Setup can't continue. The message is for the person at the terminal: what happened and what to do about it. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * Runs a script's main function: its result becomes the exit code, a `SetupError` is printed without a stack.
 * @param {() => Promise<number>} main
 */
export async function runAsProgram(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
