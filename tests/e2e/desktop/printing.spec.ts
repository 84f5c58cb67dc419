import { existsSync, mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { removeFolders } from '../../support/desktop/sharedApps';
import { fullProof, removal } from '../../support/fixtures/proofOf';
import { printInElectron } from '../../support/printing/printingApp';
import { readPdf } from '../../support/printing/readPdf';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-printing-'));
});
test.afterEach(() => removeFolders(folder));

/** A text without line breaks, as a long one may have them in a narrow column. */
const joined = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ');

const names = ['Jürgen Größenwahn', '佐藤花子', 'רחל כהן', '<img src=x onerror="alert(1)">'];

test('a proof becomes a tagged PDF with title, language and outline, and every name is its text', async () => {
  const proof = fullProof({
    isSandbox: true,
    person: { names, emailAddresses: [`${'long'.repeat(80)}@northwind.example`], userIds: ['U-ROSA'] },
    done: names.map((userName, index) => removal({ activityId: index, userName })),
  });
  const [end] = await printInElectron(folder, [{ file: 'proof.pdf', proof }]);
  expect(end).toMatchObject({ error: null, windowsLeft: 0 });
  // Hidden, and dialogs are attached to other windows only.
  expect(end?.whilePrinting).toEqual({ windows: 1, visible: 0, isShown: false, isOrdinaryShown: true });

  const pdf = await readPdf(join(folder, 'proof.pdf'));
  const title = 'Proof of access removal (sandbox): Jürgen Größenwahn';
  expect(pdf).toMatchObject({ title, language: 'en-US', isTagged: true });
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TR', 'TH', 'TD']));
  expect(pdf.outline.slice(0, 3)).toEqual([title, 'Person and removal', 'Accounts that couldn’t be read']);
  const [width, height] = pdf.size;
  expect(width).toBeGreaterThan(height);
  const text = joined(pdf.pages.join(' '));
  for (const name of names) expect(text.split(name).length).toBeGreaterThan(2);
  expect(joined(pdf.pages[0])).toContain('None of this happened at Amazon.');
  // A long word breaks instead of running out of the page.
  expect(pdf.pages.join('').replace(/\s/g, '')).toContain(`${'long'.repeat(80)}@northwind.example`);
  pdf.pages.forEach((page, index) => {
    expect(joined(page)).toContain(`${title} Page ${index + 1} of ${pdf.pages.length}`);
  });
});

test('2,000 changes are printed completely, with the table’s header on each page', async () => {
  const requestIds = Array.from({ length: 2000 }, (_, index) => `REQ${index}X`);
  const done = requestIds.map((requestId, activityId) => removal({ activityId, requestId }));
  const [end] = await printInElectron(folder, [{ file: 'proof.pdf', proof: fullProof({ done }) }]);
  expect(end?.error).toBeNull();
  const { pages } = await readPdf(join(folder, 'proof.pdf'));
  const missing = requestIds.filter((requestId) => !pages.some((page) => page.includes(requestId)));
  expect(missing).toEqual([]);
  const rows = pages.filter((page) => /REQ\d+X/.test(page));
  // Several rows fit on each page: no column is squeezed.
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.length).toBeLessThan(300);
  expect(
    rows.filter((page) => !joined(page).includes('Time By Account Change Person Result Details')),
  ).toEqual([]);
});

test('a hostile document runs no script, reaches nothing and is printed as it is', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = `<!doctype html><html lang="en-US"><head><title>Hostile</title>
    <link rel="preconnect" href="${origin}"><link rel="stylesheet" href="${origin}/sheet.css">
    <meta http-equiv="refresh" content="0;url=${origin}/refresh">
    <style>@import url(${origin}/import.css); body { background: url(${origin}/background.png); }</style></head>
    <body><p>Still here</p><p id="script"></p><script>document.getElementById('script').textContent = 'A script ran';</script>
    <img src="${origin}/image.png" onerror="document.getElementById('script').textContent = 'A handler ran'">
    <iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object><video src="${origin}/video" autoplay></video>
    <iframe src="file:///etc/passwd"></iframe></body></html>`;
  const [end] = await printInElectron(folder, [{ file: 'hostile.pdf', html }]);
  server.close();
  expect(end).toMatchObject({ error: null, windowsLeft: 0 });
  expect(connections).toBe(0);
  const { pages } = await readPdf(join(folder, 'hostile.pdf'));
  const text = joined(pages.join(' '));
  expect(text).toContain('Still here');
  expect(text).not.toMatch(/ran|root:/);
});

test('printing that takes too long ends with an error, without a file and without a window, and the next one works', async () => {
  const ends = await printInElectron(folder, [
    { file: 'late.pdf', proof: fullProof(), limitMs: 1 },
    { file: 'proof.pdf', proof: fullProof() },
  ]);
  expect(ends[0]).toMatchObject({
    error: {
      code: 'FILE_NOT_SAVED',
      message:
        'The PDF couldn’t be created because it took too long. Nothing was saved. Try again, or save it as CSV.',
    },
    windowsLeft: 0,
  });
  expect(existsSync(join(folder, 'late.pdf'))).toBe(false);
  expect(ends[1]).toMatchObject({ error: null, windowsLeft: 0 });
});
