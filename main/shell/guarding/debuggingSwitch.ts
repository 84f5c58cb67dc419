/** Chromium's switches that let another program act in the page as the person. */
const switches = ['remote-debugging-port', 'remote-debugging-pipe'];

interface Start {
  /** Whether the command line has a switch, by its name without the dashes. */
  readonly hasSwitch: (name: string) => boolean;
  /** Where the program's files are. */
  readonly appPath: string;
  /** False in every shipped build. */
  readonly allowsDebugging: boolean;
}

/** The switch with which a packaged app must not start; undefined if there is none. */
export function debuggingSwitch({ hasSwitch, appPath, allowsDebugging }: Start): string | undefined {
  // Not `app.isPackaged`, which depends on the name of the program's file.
  const isPackaged = /(^|[\\/])app\.asar$/.test(appPath);
  return isPackaged && !allowsDebugging ? switches.find(hasSwitch) : undefined;
}
