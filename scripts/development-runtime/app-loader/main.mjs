import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// What the development runtime starts first: `electron [switches] [-r module] <folder of the app> [arguments]`. Deliberately an
// ES module: Electron waits for it before it becomes ready, and thus for the app's own entry module, which may have to act before
// that (register the app:// scheme).

const { appFolder, preloads } = readCommandLine(process.argv.slice(1));

// After the command line has been read: Playwright's preload rewrites process.argv.
const requireFromHere = createRequire(join(process.cwd(), 'electron'));
for (const preload of preloads) requireFromHere(preload);

if (appFolder === undefined) {
  console.error('Usage: electron [-r module] <folder of the app>');
  process.exit(1);
}
await startApp(resolve(appFolder));

/** The first argument that isn't a switch is the app. */
function readCommandLine(args) {
  const preloads = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '-v' || arg === '--version') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    }
    if (arg === '-r' || arg === '--require') preloads.push(args[(at += 1)]);
    else if (!arg.startsWith('-')) return { appFolder: arg, preloads };
  }
  return { appFolder: undefined, preloads };
}

async function startApp(folder) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    app.setName(productName ?? name);
    app.setVersion(version);
  }
  const entry = createRequire(import.meta.url).resolve(folder);
  app.setAppPath(existsSync(manifest) ? folder : dirname(entry));
  await import(pathToFileURL(entry).href);
}
