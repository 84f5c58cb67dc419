import { notTaken } from '../troubles';
import { textTableErrorText } from './textTableErrorText';

/** What kind of text begins like this, and what to do about it. @param name the file's name */
interface OtherKind {
  readonly begins: RegExp;
  readonly says: (name: string, text: string) => string;
}

/** A byte order mark and whitespace may come first. */
const kind = (pattern: string): RegExp => new RegExp(`^\\uFEFF?\\s{0,999}${pattern}`, 'i');

const isSpreadsheetName = (name: string): boolean => /\.xls[xmb]?$/i.test(name);

const webPage = (name: string, text: string): string => {
  if (!/<table[\s>]/i.test(text)) {
    return textTableErrorText.webPageWithoutTable(name);
  }
  return isSpreadsheetName(name)
    ? textTableErrorText.webPageNamed(name, extensionOf(name))
    : textTableErrorText.webPage(name);
};

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.')).toLowerCase();

const xml = (name: string, text: string): string => {
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(text)) {
    return textTableErrorText.xmlSpreadsheet(name);
  }
  if (/<html[\s>]/i.test(text)) return webPage(name, text);
  if (/urn:oasis:names:tc:opendocument/i.test(text)) {
    return textTableErrorText.openDocument(name);
  }
  return textTableErrorText.xml(name);
};

const otherKinds: readonly OtherKind[] = [
  { begins: kind('<\\?xml[\\s?]'), says: xml },
  { begins: kind('<(?:\\w+:)?workbook[\\s>]'), says: xml },
  {
    begins: kind('<(?:!doctype\\s+html|html|head|body|table|meta|title|script|style|div)[\\s>]'),
    says: webPage,
  },
  {
    begins: kind('<!--'),
    says: (name, text) => (/<(?:html|table|body)[\s>]/i.test(text) ? webPage : xml)(name, text),
  },
  { begins: kind('<![a-z]'), says: xml },
  {
    begins: kind('BEGIN:VCARD\\s'),
    says: (name) => textTableErrorText.contactCards(name),
  },
  {
    begins: kind('BEGIN:VCALENDAR\\s'),
    says: (name) => textTableErrorText.calendar(name),
  },
  {
    begins: kind('(?:\\{\\s{0,99}(?:"|\\})|\\[\\s{0,99}[{"\\[\\]])'),
    says: (name) => textTableErrorText.json(name),
  },
];

/** How much of a text is examined, in characters. */
const head = 64 * 1024;

/**
 * Refuses other kinds of text by how they begin; as tables they would become rows of nonsense.
 * @throws CodedError INVALID_INPUT that names the kind and what to do
 */
export function refuseNoTable(text: string, fileName: string): void {
  const start = text.slice(0, head);
  const other = otherKinds.find(({ begins }) => begins.test(start));
  if (other !== undefined) throw notTaken(other.says(fileName, start));
  if (isMail(start)) {
    if (/^Content-Type:\s*multipart\/related/im.test(start)) throw notTaken(webPage(fileName, start));
    throw notTaken(textTableErrorText.emailMessage(fileName));
  }
}

const headerLine = /^([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]/;
/** Headers that only an email has, and those it shares with others. */
const ownHeaders = new Set(['message-id', 'mime-version', 'received', 'return-path', 'delivered-to']);
const otherHeaders = new Set(
  'from,to,cc,bcc,sender,reply-to,subject,date,sent,importance,content-type,content-transfer-encoding'.split(
    ',',
  ),
);

/** Whether a text begins with the headers of an email. Lines of `To:` and `Cc:` alone are people. */
function isMail(text: string): boolean {
  const found = new Set<string>();
  for (const line of text.trimStart().split(/\r\n?|\n/, 40)) {
    const name = headerLine.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      if (!/^[ \t]+\S/.test(line)) break;
    } else if (ownHeaders.has(name) || otherHeaders.has(name) || name.startsWith('x-')) found.add(name);
    else break;
  }
  const isSent = found.has('subject') && (found.has('from') || found.has('to'));
  return found.size > 1 && (isSent || [...found].some((name) => ownHeaders.has(name)));
}
