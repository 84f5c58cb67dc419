'use strict';

// The smallest Electron app: one window of the same size as ours, one page.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  void window.loadFile(join(__dirname, 'index.html'));
});
