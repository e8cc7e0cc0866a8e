import { RULES } from '../src/rules/registry.js';
import { analyseExample } from '../test/support/examples.js';
import { markerOf, renderMarkers, parseMarkers } from '../test/support/markers.js';
import { readFileSync, writeFileSync } from 'node:fs';
const write = process.argv.includes('--write');
for (const rule of RULES) {
  for (const kind of ['bad','good'] as const) {
    const ex = rule[kind];
    let r; try { r = analyseExample(ex); } catch (e) { console.log(rule.code, kind, 'THROWS', e); continue; }
    const rendered = renderMarkers(ex.text, r.findings.map(f => markerOf(ex.text, f)));
    if (kind==='good') { if (r.findings.length) console.log('GOOD!', rule.code, '\n'+rendered, r.findings.map(f=>f.message)); continue; }
    console.log('=====', rule.code); 
    const lines = rendered.split('\n');
    lines.forEach((l,i)=>{ if (/^ *# ?[ <^]*[\^<]/.test(l)) console.log('   '+(/^ *# ?[ <^]*[\^<]/.test(lines[i-1]!)?'':lines[i-1]!.slice(0,140)+'\n   ')+l.slice(0,140)); });
    for (const f of r.findings) console.log('  >', f.severity, f.message.slice(0,600), f.related.map(x=>x.message).join(' | '));
    if (write) { const p='src/rules/'+rule.code+'.ts'; const s=readFileSync(p,'utf8'); const clean=renderMarkers(ex.text, parseMarkers(ex.text)); 
      if (!s.includes('`'+ex.text+'`')) { console.log('  (no literal)'); continue; } writeFileSync(p, s.replace('`'+ex.text+'`', ()=>'`'+rendered+'`')); }
  }
}
