import { deserialize } from 'node:v8'; import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib'; import path from 'node:path';
import { buildSearchBundle } from './build/search/search.ts';
const b = readFileSync('/dev/shm/pf/cache/943f904f12866336/search/kg-ru');
const kept = deserialize(b.subarray(b.indexOf(10)+1));
const recs=[...kept.records.values()].map(r=>r.record);
const br=(x)=>brotliCompressSync(x,{params:{[constants.BROTLI_PARAM_QUALITY]:11}}).length;
for (let k=0;k<3;k++){ let t=performance.now(); globalThis.files=await buildSearchBundle(recs); console.log('own',performance.now()-t); }
function stat(name, files){ const by={}; for(const f of files){const k=f.path.split('/')[0].replace(/[_.-].*(?=\.)/,''); (by[k]??=[]).push(f);} for(const [k,v] of Object.entries(by)){ const sample=v.slice(0,40); console.log(name,k,v.length,'raw',v.reduce((s,f)=>s+f.bytes.length,0),'br/file',Math.round(sample.reduce((s,f)=>s+br(f.bytes),0)/sample.length)); } }
stat('own',files); stat('pagefind',kept.files);
