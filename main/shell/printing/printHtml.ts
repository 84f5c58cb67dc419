import { app, BrowserWindow, type PrintToPDFOptions, type WebContents } from 'electron';
import { CodedError } from '../../../shared/errors';
import { offerDocument, printingSession } from './printingSession';
import { printingText } from './printingText';

/** Only for hangs: a document of 2,000 rows takes seconds. In ms. */
const usualLimitMs = 180_000;

/**
 * Prints an HTML document in a hidden window that runs no script, reaches no network and is gone afterwards.
 * @param html one document that needs nothing else; its title and language become the PDF's
 * @returns a tagged PDF on Letter or A4 paper, by the country of this computer, with page numbers
 * @throws CodedError FILE_NOT_SAVED
 */
export async function printToPdf(html: string, limitMs = usualLimitMs): Promise<Uint8Array> {
  const offered = offerDocument(html);
  const window = openHiddenWindow();
  const { webContents } = window;
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const stop = (): void => reject(new Error('The printing window is gone'));
      webContents.once('render-process-gone', stop);
      window.once('closed', stop);
      limit = setTimeout(() => reject(notPrinted(printingText.tookTooLong)), limitMs);
      loadAndPrint(webContents, offered.address).then(resolve, reject);
    });
  } catch (error) {
    throw error instanceof CodedError ? error : notPrinted(printingText.notPrinted);
  } finally {
    clearTimeout(limit);
    offered.withdraw();
    if (!window.isDestroyed()) window.destroy();
  }
}

/** A window nobody sees, for contents that can do nothing. */
function openHiddenWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      session: printingSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webgl: false,
      images: false,
      spellcheck: false,
      devTools: false,
    },
  });
  const { webContents } = window;
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  webContents.on('will-navigate', refuse);
  webContents.on('will-frame-navigate', refuse);
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return window;
}

async function loadAndPrint(contents: WebContents, address: string): Promise<Uint8Array> {
  await contents.loadURL(address);
  return contents.printToPDF(options());
}

const options = (): PrintToPDFOptions => ({
  pageSize: letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
  // The document says whether it is upright or across.
  preferCSSPageSize: true,
  margins: { top: 0.5, bottom: 0.6, left: 0.5, right: 0.5 },
  printBackground: true,
  displayHeaderFooter: true,
  // Without one, Chromium prints date and address.
  headerTemplate: '<span></span>',
  footerTemplate,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
});

/** Chromium fills in the title and the numbers. */
const footerTemplate = `<div style="width: 100%; margin: 0 0.5in; display: flex; justify-content: space-between; gap: 24px; font: 7px system-ui, sans-serif; color: #424650">
<span class="title" style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap"></span>
<span style="white-space: nowrap">${printingText.page} <span class="pageNumber"></span> ${printingText.of} <span class="totalPages"></span></span>
</div>`;

/** Countries that print on Letter paper (Unicode CLDR, paperSize). */
const letterCountries: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

const notPrinted = (message: string): CodedError =>
  new CodedError({ code: 'FILE_NOT_SAVED', message, retryable: true });
