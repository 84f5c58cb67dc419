import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { createSaveProof } from '../../../main/leavers/proof/saveProof';
import { printToPdf } from '../../../main/shell/printing/printHtml';
import { shownWindow } from '../../../main/shell/system/shownWindow';
import { declareAppScheme } from '../../../main/shell/window/appScheme';
import { guardPermissions, guardWebContents } from '../../../main/shell/window/navigationGuards';
import { CodedError } from '../../../shared/errors';
import type { PrintEnd, PrintJob } from './printingApp';

// An app with the product's guards. It prints what it is given, one after another, and records how each ended.

const [folder = ''] = process.argv.slice(-1);
const jobs = JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8')) as readonly PrintJob[];

declareAppScheme();
guardWebContents({
  inputSeen: () => undefined,
  mayOpenBrowser: () => Promise.resolve(),
  openOwn: () => undefined,
});
app.on('window-all-closed', () => undefined);

async function print(job: PrintJob): Promise<PrintEnd> {
  const begun = performance.now();
  let whilePrinting: PrintEnd['whilePrinting'] = null;
  const saveProof = createSaveProof((html) => {
    const printing = printToPdf(html, job.limitMs);
    const windows = BrowserWindow.getAllWindows();
    const isShown = shownWindow() !== undefined;
    const ordinary = new BrowserWindow({ show: false });
    whilePrinting = {
      windows: windows.length,
      visible: windows.filter((window) => window.isVisible()).length,
      isShown,
      isOrdinaryShown: shownWindow() === ordinary,
    };
    ordinary.destroy();
    return printing;
  });
  const file = join(folder, job.file);
  let error: PrintEnd['error'] = null;
  try {
    if ('proof' in job) await saveProof({ format: 'pdf', file, proof: job.proof });
    else writeFileSync(file, await printToPdf(job.html, job.limitMs));
  } catch (thrown) {
    error = thrown instanceof CodedError ? thrown.toBody() : null;
  }
  return {
    error,
    ms: performance.now() - begun,
    whilePrinting,
    windowsLeft: BrowserWindow.getAllWindows().length,
  };
}

void app.whenReady().then(async () => {
  guardPermissions(session.defaultSession);
  const ends: PrintEnd[] = [];
  for (const job of jobs) ends.push(await print(job));
  writeFileSync(join(folder, 'ends.json'), JSON.stringify(ends));
  app.exit();
});
