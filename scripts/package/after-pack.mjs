import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkFusesAreDecided } from './fuses.mjs';
import { writeThirdPartyLicences } from './third-party.mjs';

/**
 * Finishes a packed app before its fuses are set and it is signed; called by electron-builder.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  // The app that Electron shows if it has no other. A development runtime includes one that starts any folder.
  rmSync(join(resources, 'default_app.asar'), { force: true });
  writeThirdPartyLicences(join(resources, 'app.asar'), licencesFile(resources, electronPlatformName));
  await checkFusesAreDecided(programOf(packager, appOutDir, electronPlatformName));
}

/** Beside Electron's own licenses. */
const licencesFile = (resources, platform) =>
  join(resources, platform === 'darwin' ? '.' : '..', 'THIRD-PARTY-LICENSES.txt');

function programOf(packager, folder, platform) {
  if (platform === 'linux') return join(folder, packager.executableName);
  return join(folder, `${packager.appInfo.productFilename}${platform === 'darwin' ? '.app' : '.exe'}`);
}
