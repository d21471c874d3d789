import fc from '/work/main/node_modules/fast-check/lib/fast-check.js';
import { utf8Bytes } from '/work/main/src/core/bytes.js';
import { matchTensors } from '/work/main/src/core/naming.js';
import { readNetwork } from '/work/main/src/core/network/index.js';
import { changed } from '/work/main/test/core/support/caffeEdits.js';
import { trtTensors } from '/work/main/test/core/support/caffeModel.js';
import { netOf, step, prototxt } from '/work/main/test/core/support/caffeNets.js';
const N=Number(process.env.N??1000), min=Number(process.env.MIN??1), edits=Number(process.env.E??3), hash=!!process.env.H;
const net=fc.tuple(fc.integer({min:1,max:3}), fc.array(step,{minLength:min,maxLength:60,size:'max'})).map(([i,l])=>netOf(i,l));
const change=(kind:any)=>fc.record({kind:fc.constant(kind),place:fc.nat(999),pick:fc.nat(999),inPlace:fc.boolean()});
const changes=fc.oneof(fc.array(change('put in'),{minLength:1,maxLength:edits}),fc.array(change('take out'),{minLength:1,maxLength:edits}));
let st:any={}; const add=(k:string,n=1)=>st[k]=(st[k]??0)+n;
const cases=hash? net.chain((b:any)=>fc.tuple(fc.constant(b),fc.shuffledSubarray(trtTensors(b),{minLength:trtTensors(b).length}),changes)) : fc.tuple(net,changes).map(([b,c]:any)=>[b,trtTensors(b),c]);
let shown=0;
for(const [before,table,list] of fc.sample(cases as any,N) as any){
 const after=list.reduce((n:any,c:any,i:number)=>changed(n,c,'new'+i),before);
 const truth=trtTensors(after);
 const {matches}=matchTensors(table.map((t:any)=>t.name), readNetwork(utf8Bytes(prototxt(after,{topInputs:false,lineEnd:'\n',decoys:false})),'x.prototxt'));
 const un=new Set(table.filter((t:any)=>t.unnamed).map((t:any)=>t.key)); const keys=new Set(table.map((t:any)=>t.key));
 truth.forEach((t:any,i:number)=>{const m=matches[i]; const right=m!=null&&table[m.entry].key===t.key;
  if(m&&m.doubt===null&&!right){add('WRONG SURE'); if(shown++<3)console.log(JSON.stringify({t,got:table[m.entry],before:before.ops.map((o:any)=>[o.id,o.type,...o.bottoms,'>',...o.tops].join(' ')),list,cache:table.map((x:any)=>x.name+'='+x.key),truth:truth.map((x:any)=>x.name+'='+x.key)},null,0));}
  if(m){add(right?'right':'wrong'); if(right&&m.doubt===null)add('right sure');}
  if(t.unnamed&&un.has(t.key)){add('repairable'); if(right)add('repaired'); else {add(m?'  missed: wrong pair':'  missed: none'); if(process.env.V&&!m&&shown++<4)console.log(JSON.stringify({t,list,cache:table.map((x:any)=>x.name+'='+x.key),truth:truth.map((x:any)=>x.name+'='+x.key),got:matches.map((m:any)=>m&&m.entry)},null,1));}}
  else if(t.unnamed&&m) add('unrepairable but paired');
 });
}
console.log(st, 'repaired', (100*st.repaired/st.repairable).toFixed(1),'sure of right',(100*st['right sure']/st.right).toFixed(1));
