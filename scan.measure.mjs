import { readFileSync, globSync } from 'node:fs';
const m=JSON.parse(readFileSync('/tmp/zip-a/measure/chrome-mv3/_locales/en/messages.json'));
const keys=new Set(Object.keys(m)); const areas=new Set([...keys].map(k=>k.split('_')[0]));
for(const f of globSync('extension/**/*.{ts,tsx}')){ if(/test\.|testing/.test(f)) continue; const t=readFileSync(f,'utf8');
 for(const x of t.matchAll(/(['"`])([a-zA-Z]\w*(?:\.\w+)+)\1/g)) if(keys.has(x[2].replaceAll('.','_'))){ const before=t.slice(Math.max(0,x.index-60),x.index); if(!/i18n\.t\(\s*$/.test(before)) console.log('LIT',f,x[0],'::',before.slice(-40).replace(/\n/g,'⏎')); }
 for(const x of t.matchAll(/`([a-zA-Z]\w*\.[\w.]*\$\{[^`]*)`/g)) if(areas.has(x[1].split('.')[0])) console.log('TPL',f.split('/').pop(),x[0].slice(0,90));
 for(const x of t.matchAll(/i18n\.t\(\s*([^'"`\s)][^,)]*)/g)) console.log('VAR',f,x[1]);
}
const lits=new Set(), tpl=[];
for(const f of [...globSync('extension/**/*.{ts,tsx}'),'wxt.config.ts']){ const t=readFileSync(f,'utf8'); for(const x of t.matchAll(/(['"`])([a-zA-Z]\w*(?:\.\w+)*)\1/g)) lits.add(x[2].replaceAll('.','_')); for(const x of t.matchAll(/__MSG_(\w+)__/g)) lits.add(x[1]); for(const x of t.matchAll(/`([a-zA-Z]\w*\.[\w.]*\$\{[^`]*)`/g)) tpl.push(new RegExp('^'+x[1].replace(/\$\{[^}]*\}/g,'§').replaceAll('.','_').replaceAll('§','\\w+')+'$')); }
console.log('UNUSED',[...keys].filter(k=>!lits.has(k)&&!tpl.some(r=>r.test(k))));
console.log('NAMED',[...keys].filter(k=>tpl.some(r=>r.test(k))).length);
