import { app, Menu } from 'electron';
import { contextMenuItems } from './contextMenuItems';

/** A right click in a field, or on selected text, offers what every program offers there. Call it before the first window opens. */
export function addContextMenus(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_menuEvent, params) => {
      const items = contextMenuItems(params);
      if (items.length > 0) Menu.buildFromTemplate(items).popup();
    });
  });
}
