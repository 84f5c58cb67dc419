import { arch, release, totalmem, type } from 'node:os';
import { app } from 'electron';
import { runtimeInfo } from './runtimeInfo';

/** The app's version and what it runs on, a line each, for support. */
export function describeRun(): string[] {
  const { version, electronVersion, developmentRuntime, sandboxed } = runtimeInfo();
  const { chrome, node } = process.versions;
  return [
    `AMC Access Manager ${version}${app.isPackaged ? '' : ', not packaged'}`,
    `Electron ${electronVersion}${developmentRuntime ? ' (development runtime)' : ''}, Chromium ${chrome}, Node ${node}`,
    `${type()} ${release()}, ${arch()}, ${(totalmem() / 2 ** 30).toFixed(1)} GB memory`,
    ...(sandboxed ? [] : ['Runs without Chromium’s sandbox']),
  ];
}
