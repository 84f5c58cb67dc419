/** The look of a printed proof: dark on white, tables whose headers repeat on each page, words that break rather than overflow. */
export const proofStyle = `
@page { size: landscape; }
:root { color: #0f141a; background: #fff; font: 9pt/1.4 "Amazon Ember", "Helvetica Neue", Roboto, Arial, "Noto Sans", sans-serif; }
body { margin: 0; overflow-wrap: anywhere; }
h1 { margin: 0 0 8pt; font-size: 16pt; line-height: 1.25; }
h2 { margin: 16pt 0 4pt; font-size: 12pt; line-height: 1.25; break-after: avoid; }
p { margin: 6pt 0; break-inside: avoid; }
h2 + .note { break-after: avoid; }
.note { color: #424650; }
.sandbox { margin: 0 0 10pt; padding: 6pt 8pt; border: 1.5pt solid #7d2105; background: #fff7ed; color: #7d2105; font-weight: 700; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { box-sizing: border-box; padding: 3pt 5pt; border: 0.5pt solid #b6bec9; text-align: left; vertical-align: top; }
thead th { background: #f3f3f7; color: #232b37; font-weight: 700; }
tbody th { font-weight: 400; }
table:not(.facts) { font-size: 8pt; }
.done th:nth-child(1) { width: 11%; }
.done th:nth-child(2) { width: 17%; }
.done th:nth-child(3) { width: 15%; }
.done th:nth-child(4) { width: 9%; }
.done th:nth-child(5) { width: 17%; }
.done th:nth-child(6) { width: 8%; }
.done th:nth-child(7) { width: 13%; }
.remains th:nth-child(3) { width: 20%; }
.remains th:nth-child(5) { width: 25%; }
.facts th { width: 22%; background: #f3f3f7; font-weight: 700; }
`;
