/* A finding as a card: what the spec says, what the article says, where, why, and what to write instead. */

import { apart, h } from './dom.js';
import { articles, around, change, className, entry, facts, found, letter, moment, place, since, title, when, word } from './model.js';
import { evidence, icon, pill, sought } from './marks.js';
import { link } from './state.js';
import { differing } from './words.js';

export const CHANGES = { N: 'New', C: 'Says something else now', U: 'Unchanged', F: 'Fixed' };

export const changed = (f, a) => {
  const kind = change(f, a);
  return since && kind !== '.' ? pill(`change-${kind}`, CHANGES[kind]) : null;
};

const quotation = (text) => `“${text.replace(/^[“”"'‘]+|[“”"'’,]+$/g, '')}”`;

/* What the article has, in place of the spec's value. */
export const said = (f, a) => {
  const text = found(f, a);
  if (!text) return letter(f, a) === 'm' ? 'nothing' : word(letter(f, a)).toLowerCase();
  return facts[f].kind === 'quote' ? quotation(text) : text;
};

const values = (f, a) => {
  const fact = facts[f], quoted = fact.kind === 'quote' && found(f, a);
  const own = quoted ? quotation(fact.value) : fact.value;
  return h('dl', { class: 'says' },
    h('div', null, h('dt', null, 'Spec says'), h('dd', null, apart(quoted ? differing(said(f, a), own) : sought(own)),
      fact.history && h('small', null, ` from ${moment(fact.history.at(-1)[0], true)}`))),
    h('div', { class: 'x' }, h('dt', null, 'Article says'), h('dd', null, apart(quoted ? differing(own, said(f, a)) : sought(said(f, a))))));
};

const passage = (f, a) => {
  const parts = around(f, a);
  return parts && h('blockquote', { dir: 'auto' }, sought(parts[0]), evidence(letter(f, a), parts[1]), sought(parts[2]));
};

export const why = (f, a) => {
  const e = entry(f, a);
  if (!e.y && !e.r) return null;
  return h('ol', null, (e.y || [e.r]).map((step) => h('li', { dir: 'auto' }, step)));
};

const copy = (text, name) => h('button', { type: 'button', class: 'link', 'data-copy': text }, name);

const advice = (f, a) => {
  const e = entry(f, a), draft = articles[a].draft;
  if ('wb'.includes(letter(f, a))) return null;
  return [
    e.d && h('p', { class: 'do' }, h('strong', null, draft ? 'Before it runs: ' : 'To change: '), apart(e.d)),
    e.k && !draft && h('div', { class: 'fix' }, h('p', null, h('strong', null, 'Correction to print: '), apart(e.k)), copy(e.k, 'Copy correction')),
  ];
};

export const heading = (f, a) => `h-${f}-${a}`;

export const card = (f, a, position, size) => {
  const fact = facts[f], e = entry(f, a), name = letter(f, a), waiver = name === 'w' && e.y ? e.y.at(-1) : '';
  return h('article', {
    class: `card finding ${className(name)}`, 'data-fact': f, 'data-article': a, tabindex: -1, 'aria-labelledby': heading(f, a),
    'aria-posinset': position, 'aria-setsize': size,
  },
  h('div', { class: 'card-h' }, icon(name), h('div', null,
    h('h3', { id: heading(f, a) }, h('span', { class: 'vh' }, `${word(name)}: `), sought(fact.label), ' ',
      articles[a].draft && pill('draft', 'Draft'), changed(f, a), fact.severity && fact.weight !== 2 && pill(`severity-${fact.severity}`, fact.severity)),
    h('p', { class: 'where' }, h('cite', { dir: 'auto' }, sought(title(a))), h('br'), apart(sought(fileName(a))), when(a)))),
  name === 'm' ? h('p', { class: 'needs' }, 'The spec has ', h('strong', null, apart(fact.value)), '. The article does not say so.') : values(f, a),
  passage(f, a),
  waiver && h('p', { class: 'wnote' }, apart(waiver)),
  advice(f, a),
  h('details', { class: 'more' }, h('summary', null, 'Why this verdict'),
    fact.statement && h('p', { dir: 'auto' }, fact.statement), why(f, a) || h('p', null, 'Left out to keep this file small.'),
    fact.source && h('p', null, 'Source of the spec: ', apart(fact.source))),
  h('p', { class: 'acts' }, h('code', { class: 'loc' }, place(f, a)),
    h('a', { class: 'link', href: link('article', articles[a].path, { at: fact.id }) }, 'Read in the article'),
    h('a', { class: 'link', href: link('fact', fact.id) }, 'Compare all articles'),
    copy(place(f, a), 'Copy place')));
};

const fileName = (a) => (articles[a].title ? `${articles[a].name}, ` : '');
