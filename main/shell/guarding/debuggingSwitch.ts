/** Chromium's switches that let another program act in the page as if it were the person. */
const switches = ['remote-debugging-port', 'remote-debugging-pipe'];

interface Start {
  /** Whether the command line has a switch, by its name without the dashes. */
  readonly hasSwitch: (name: string) => boolean;
  /** Where the program's files are. */
  readonly appPath: string;
  /** False in everything that ships. */
  readonly allowsDebugging: boolean;
}

/** The switch for which a packaged program must not start; undefined where there is none. */
export function debuggingSwitch({ hasSwitch, appPath, allowsDebugging }: Start): string | undefined {
  // Not by `app.isPackaged`, which goes by the name of the program's file.
  const isPackaged = /(^|[\\/])app\.asar$/.test(appPath);
  return isPackaged && !allowsDebugging ? switches.find(hasSwitch) : undefined;
}
