#include "plancover/report/html_assets.hpp"

namespace plancover {

std::string_view html_style() {
  return R"CSS(
:root{color-scheme:light dark;--page:#fff;--ink:#16181d;--soft:#5a6070;--line:#d5d9e2;--card:#f5f6f9;--shout:#b00020;
--shout-ink:#fff;--critical:#b00020;--high:#b35c00;--normal:#1f5fbf;--low:#6b7280;--bar:#1f5fbf;--bar-rest:#d5d9e2}
@media(prefers-color-scheme:dark){:root{--page:#14161b;--ink:#e8eaf0;--soft:#a3aabb;--line:#363c4a;--card:#1e222b;
--shout:#ff5c6c;--shout-ink:#14161b;--critical:#ff5c6c;--high:#ffab5c;--normal:#7fb0ff;--low:#9aa3b5;--bar:#7fb0ff;
--bar-rest:#363c4a}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;padding:1rem;font:1rem/1.4 system-ui,sans-serif;background:var(--page);color:var(--ink)}
h1{font-size:1.4rem;margin:0}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
a{color:inherit}
:focus-visible{outline:3px solid var(--normal);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem;z-index:9}
.soft,th,time{color:var(--soft)}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem .8rem;padding:0;list-style:none}
form{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0;align-items:end}
form label{display:flex;flex-direction:column;font-size:.85rem;color:var(--soft);max-width:100%}
select,button,input{font:inherit;min-height:2.5rem;max-width:100%}
.check{flex-direction:row!important;align-items:center;gap:.4rem}
.check input{min-width:1.5rem}
.open{border:3px solid var(--shout);padding:.5rem 1rem;border-radius:.4rem}
.open h2{margin:.2rem 0;color:var(--shout)}
.open ul{margin:.3rem 0;padding-inline-start:1.2rem}
.column{display:none}
article{background:var(--card);border:1px solid var(--line);border-inline-start:.4rem solid var(--normal);
border-radius:.3rem;padding:.4rem .6rem;margin:.4rem 0;min-width:0;overflow-wrap:anywhere}
article.critical{border-inline-start-color:var(--critical)}
article.high{border-inline-start-color:var(--high)}
article.low{border-inline-start-color:var(--low)}
article:target{outline:3px solid var(--normal)}
article h3{font-size:.95rem;margin:0}
article p,article ul{margin:0;padding:0;list-style:none;font-size:.9rem}
article.off{opacity:.65}
article.off h3{text-decoration:line-through}
article.gap{border-color:var(--shout)}
.shout{background:var(--shout);color:var(--shout-ink);font-weight:700;padding:0 .4rem;border-radius:.2rem}
table{border-collapse:collapse;font-size:.9rem;max-width:100%}
th,td{text-align:start;padding:.2rem .6rem .2rem 0;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:400}
.number{text-align:end;white-space:nowrap}
.scroll{overflow-x:auto}
svg{display:block;width:9rem;height:1rem;max-width:100%}
.bar{fill:var(--bar)}.rest{fill:var(--bar-rest)}
.people details{border-top:1px solid var(--line);padding:.3rem 0}
summary{cursor:pointer;min-height:2rem}
@media print,(min-width:50rem){
.grid{display:grid;gap:.25rem;grid-template-columns:3.5rem repeat(var(--columns),minmax(8.5rem,1fr));overflow-x:auto}
.grid>.column{display:block;align-self:end;font-weight:700;overflow-wrap:anywhere}
.grid>article{margin:0;padding:.3rem .4rem}
.grid .hour{display:block;color:var(--soft);border-top:1px solid var(--line)}
.filtered .grid{display:block}
.filtered .grid>.column,.filtered .grid>.hour{display:none}
.filtered .grid>article{margin:.4rem 0}
}
@media screen and (max-width:49.99rem){.hour{display:none}}
@page{size:A4 landscape;margin:8mm}
@media print{
:root{color-scheme:light;--page:#fff;--ink:#000;--soft:#333;--line:#999;--card:#fff;--shout:#000;--shout-ink:#fff;
--critical:#000;--high:#444;--normal:#888;--low:#ccc;--bar:#444;--bar-rest:#ddd}
body{padding:0;font-size:9pt}
form,nav,.skip,#shown{display:none!important}
.day,.people,.figures{break-before:page}
.day h2{margin-top:0}
article{break-inside:avoid;padding:.5mm 1mm!important}
.grid{overflow:visible;grid-template-columns:3em repeat(var(--columns),minmax(0,1fr));gap:.5mm;
font-size:var(--print);line-height:1.15}
.day h2{font-size:12pt;margin:0}
.grid article h3,.grid article p,.grid article ul{font-size:1em;line-height:1.15}
.shout{padding:0 .2em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar,.rest{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)CSS";
}

std::string_view html_script() {
  return R"JS(
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const sessions = [...document.querySelectorAll('article')];
  const people = [...document.querySelectorAll('.people details')];
  const holds = (element, key, value) => (' ' + element.dataset[key] + ' ').includes(' ' + value + ' ');
  const apply = () => {
    const asked = name => form.elements[name].value;
    const who = people.filter(person => (!asked('a') || person.dataset.a === asked('a')) &&
      (!asked('o') || person.dataset.o === asked('o')));
    const some = asked('a') || asked('o');
    let count = 0;
    for (const session of sessions) {
      const visible = (!some || who.some(person => holds(session, 'a', person.dataset.a))) &&
        (!asked('c') || session.dataset.c === asked('c')) && (!asked('t') || holds(session, 't', asked('t'))) &&
        (!asked('d') || session.dataset.d === asked('d')) &&
        (!form.elements.g.checked || session.classList.contains('gap'));
      session.hidden = !visible;
      if (visible) count += 1;
    }
    for (const person of people) {
      person.hidden = !who.includes(person);
      if (asked('a')) person.open = !person.hidden;
    }
    for (const day of document.querySelectorAll('.day')) day.hidden = !day.querySelector('article:not([hidden])');
    document.body.classList.toggle('filtered', Boolean(some || asked('c') || asked('t') || form.elements.g.checked));
    shown.textContent = count + ' of ' + sessions.length + ' sessions shown';
  };
  form.hidden = false;
  form.addEventListener('change', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply, 0));
  addEventListener('beforeprint', () => people.forEach(person => { person.open = true; }));
  apply();
})();
)JS";
}

std::string_view html_script_hash() {
  return "YxXC6pRv+d68bGf7K4EclgwYzGb76Zwog2+5sJw8sf4=";
}

}  // namespace plancover
