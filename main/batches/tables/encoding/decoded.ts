import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';

export type Encoding = NonNullable<ImportPreview['encoding']>;

/** The meaning of the bytes 0x80 to 0xFF in encodings that no `TextDecoder` offers, or that Node's own gets wrong. */
const upperHalves: Partial<Record<Encoding, string>> = {
  // WHATWG Encoding Standard; the five unused bytes are unchanged. Node's own decoder treated these as Latin-1 in several
  // releases.
  'windows-1252':
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
    Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join(''),
  // Unicode Consortium, VENDORS/MICSFT/PC: CP437, CP850, CP852. Excel saves “CSV (MS-DOS)” in these.
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
  ibm852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\xad˝˛ˇ˘§÷¸°¨˙űŘř■\xa0',
};

/** Bytes as text. Bytes invalid in the encoding become U+FFFD, or a control character. */
export function decoded(bytes: Buffer, encoding: Encoding): string {
  const table = decodedByTable(bytes, encoding);
  if (table !== undefined) return table;
  const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes;
  // Removing a leading mark is up to the caller.
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(whole);
}

/** Decodes bytes if the table above has their encoding; otherwise undefined. */
function decodedByTable(bytes: Buffer, encoding: Encoding): string | undefined {
  const upper = upperHalves[encoding];
  return upper === undefined ? undefined : translated(bytes.toString('latin1'), upper);
}

const translated = (latin1: string, upper: string): string =>
  latin1.replace(/[\x80-\xff]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
