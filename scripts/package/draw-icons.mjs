import { app, BrowserWindow } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Draws icon.svg at every size, as PNG files in icons/. An Electron program; scripts/icons.mjs starts it.

const here = import.meta.dirname;
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
const image = `data:image/svg+xml;base64,${readFileSync(join(here, 'icon.svg')).toString('base64')}`;

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,');
  for (const size of sizes) {
    const png = await window.webContents.executeJavaScript(`(${drawInPage.toString()})('${image}', ${size})`);
    writeFileSync(join(here, 'icons', `${size}x${size}.png`), Buffer.from(png, 'base64'));
  }
  app.quit();
});

/** Runs in the page. @returns {Promise<string>} the PNG in base64 */
async function drawInPage(source, size) {
  const picture = new globalThis.Image();
  picture.src = source;
  await picture.decode();
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = canvas.height = size;
  canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}
