import { getCurrentFuseWire } from '@electron/fuses';

// The fuses after the eight that electron-builder.yml sets, in the order of Electron's fuse wire. electron-builder can't set
// them, so they stay as Electron ships them, and the build makes sure that they match our decision.
const asShipped = {
  // On: an out-of-bounds WebAssembly access is caught by the processor instead of by checks in the code. Off saves address space,
  // which isn't scarce on any desktop.
  wasmTrapHandlers: true,
};
const setByTheBuild = 8;
const on = '1'.charCodeAt(0);

/**
 * Makes sure that every fuse of an Electron has been decided on. An older one may lack the newest fuses.
 * @param {string} program
 * @throws {Error} if there is an undecided fuse, or one that can't be set differs from the decision.
 */
export async function checkFusesAreDecided(program) {
  const wire = Object.entries(await getCurrentFuseWire(program)).filter(([key]) => /^\d+$/.test(key));
  const decided = Object.entries(asShipped);
  for (const [position, state] of wire.slice(setByTheBuild)) {
    const [name, wanted] = decided[Number(position) - setByTheBuild] ?? [];
    if (name === undefined) {
      throw new Error(
        `This Electron has a fuse more than we know (number ${position}): decide on it in fuses.mjs.`,
      );
    }
    if ((state === on) !== wanted) {
      throw new Error(`The fuse ${name} is not as it was decided; electron-builder.yml now has to set it.`);
    }
  }
}
