import { Parser } from 'htmlparser2';

/** A part of a workbook that isn't a complete XML document. */
export class NotWellFormed extends Error {}

export interface XmlHandler {
  /** @param name without the prefix that some programs use */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Called several times for one text if it contains comments, CDATA or references. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Called after each piece: true ends reading early. */
  readonly isDone?: () => boolean;
}

/** No part of a workbook is nested deeper. */
const maxDepth = 100;

/**
 * Reads an XML document piece by piece. Its own entities aren't expanded, so none can grow.
 * @throws NotWellFormed if it ends before its elements do, or has none
 */
export async function readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  let depth = 0;
  let seen = 0;
  // The parser closes open elements itself; only an element that has just begun may close without an end tag.
  let hasJustOpened = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        seen += 1;
        if (depth > maxDepth) throw new NotWellFormed('Elements are nested too deep.');
        hasJustOpened = true;
        handler.open?.(localName(name), attributes);
      },
      ontext(text) {
        handler.text?.(text);
      },
      onclosetag(name, isImplied) {
        if (isImplied && !hasJustOpened) throw new NotWellFormed(`An element ${name} has no end.`);
        hasJustOpened = false;
        depth -= 1;
        handler.close?.(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const text of texts(pieces)) {
    parser.write(text);
    if (handler.isDone?.() === true) return;
  }
  parser.end();
  if (seen === 0) throw new NotWellFormed('There is no element.');
}

function localName(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** Decoded, with line ends as XML defines them (XML 1.0, 2.11). */
async function* texts(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let endsInReturn = false;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    let text = decoder.decode(piece, { stream: true });
    if (endsInReturn) text = `\r${text}`;
    endsInReturn = text.endsWith('\r');
    if (endsInReturn) text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  if (endsInReturn) yield '\n';
}

/** By its byte order mark, by the NULs of UTF-16, or by its declaration (XML 1.0, appendix F). */
function encodingOf(start: Buffer): string {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    start.toString('latin1', 0, 300),
  )?.[1];
  if (declared === undefined || /^utf-?16/i.test(declared)) return 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}
