import type { StatusName } from '../protocol.js';
import { COLOURS, ICONS } from './icons.js';
import { escapeXml } from './symbols.js';

/** What every page that is exported has in common: light, printable, without scripts. */

const STYLE = `:root{color-scheme:light}
*{box-sizing:border-box}
body{max-width:76rem;margin:0 auto;padding:2.5rem 2rem 4rem;background:#fff;color:#1f1f1f;font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{margin:0;font-size:1.85rem;line-height:1.2;letter-spacing:-.012em}
h2{margin:2.6rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid #ddd;font-size:1.25rem}
h3{margin:1.6rem 0 .5rem;font-size:1.05rem}
.day{margin:.4rem 0 0;font-size:1.1rem}
.day strong{font-weight:600}
.quiet,figcaption,caption{color:#555}
.assumed{margin:.9rem 0 0;padding:.6rem .9rem;border-left:4px solid #2f6fb3;background:#f1f6fc}
.assumed ul{margin:.2rem 0 0;padding-left:1.2rem}
.wide{overflow-x:auto;margin:1.6rem -6px 0}
table{width:100%;border-collapse:separate;border-spacing:6px}
caption{padding:0 6px 6px;text-align:left;font-size:.9rem}
th{padding:.3rem .5rem .3rem 0;text-align:left;font-weight:600;overflow-wrap:break-word}
thead th{vertical-align:bottom;padding-left:.2rem}
tbody th{width:11rem;max-width:16rem}
td{height:1px;min-width:10rem;padding:0;border-radius:8px;border:1px solid var(--edge);background:var(--fill);color:var(--ink);vertical-align:top}
td.depends{border:1px dashed var(--ink)}
td a,td .status{display:grid;grid-template-columns:16px 1fr;gap:0 .5rem;align-items:start;align-content:center;height:100%;padding:.55rem .75rem;border-radius:7px;color:inherit;text-decoration:none}
a{color:#0a4f9e}
td a:hover b{text-decoration:underline}
a:focus-visible,summary:focus-visible{outline:2px solid #0a5fc2;outline-offset:2px}
svg{width:16px;height:16px;flex:none;margin-top:.2em;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.also{grid-column:2;font-size:.86rem}
.legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(21rem,1fr));gap:.35rem 2rem;margin:1.1rem 0 0;padding:0;font-size:.9rem;list-style:none}
.legend li{display:grid;grid-template-columns:16px 6.4rem 1fr;gap:.5rem}
.legend b,.legend svg{color:var(--ink)}
details{margin:.4rem 0;border:1px solid #ddd;border-left:4px solid var(--edge);border-radius:6px}
summary{padding:.45rem .8rem;cursor:pointer}
summary b{color:var(--ink)}
details>div{padding:0 .8rem .7rem 1.9rem}
details p,details ul{margin:.3rem 0}
details ul{padding-left:1.1rem}
details:target{box-shadow:0 0 0 2px #0a5fc2}
ol.clauses{padding-left:2rem}
ol.clauses li{margin:.7rem 0;padding-left:.3rem}
ol.clauses li:target{background:#fff8dc}
code{font:.88em ui-monospace,"Cascadia Mono",Consolas,monospace;overflow-wrap:anywhere}
summary:hover{background:#fafafa}
table.plain{border-collapse:collapse;border-spacing:0}
table.plain th,table.plain td{min-width:0;height:auto;padding:.35rem .8rem .35rem 0;border:0;border-bottom:1px solid #e4e4e4;border-radius:0;background:none;color:inherit;vertical-align:top}
td.corner{border:0;background:none}
.contents{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:1.1rem 0 0}
ul.items{margin:.5rem 0;padding-left:1.2rem}
ul.items>li{margin:.45rem 0}
ul.items ul{margin:.15rem 0 .3rem;padding-left:1.2rem;color:#444}
footer{margin-top:3rem;color:#555;font-size:.86rem}
@media print{
@page{margin:16mm}
body{max-width:none;padding:0;font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.wide{overflow:visible}
td{min-width:0}
details::details-content{content-visibility:visible;block-size:auto}
summary{list-style:none}
tr,details,li{break-inside:avoid}
h2,h3{break-after:avoid}
thead{display:table-header-group}
a{color:inherit}
}`;

const TONES = (Object.entries(COLOURS) as [StatusName, (typeof COLOURS)[StatusName]][])
  .map(([status, { fill, ink, edge }]) => `.${status}{--fill:${fill};--ink:${ink};--edge:${edge}}`).join('\n');

export const icon = (status: StatusName): string => `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><use href="#i-${status}"/></svg>`;

/** A whole page. `title` is plain text; `body` is markup. `statuses` are those whose icons it uses. */
export const page = (title: string, body: string, statuses: Iterable<StatusName>): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeXml(title)}</title>
<style>
${STYLE}
${TONES}
</style>
</head>
<body>
<svg hidden>${[...statuses].map((status) => `<symbol id="i-${status}" viewBox="0 0 16 16">${ICONS[status]}</symbol>`).join('')}</svg>
${body}
<footer>Computed by Entente from the text of the agreements. It is no legal advice.</footer>
</body>
</html>
`;
