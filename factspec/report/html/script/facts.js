/* Facts: all of them, and for one of them how each article puts it. */

import { apart, h } from './dom.js';
import { DATA, KINDS, around, articles, column, entry, facts, factNamed, letter, moment, plural, tally, title, when } from './model.js';
import { bar, chips, empty, evidence, pill, sought, verdict } from './marks.js';
import { changed } from './card.js';
import { chart } from './chart.js';
import { longList } from './lists.js';
import { inSpec, link, matches, noteworthy, state, wanted } from './state.js';

const REACH = 110;
const bad = (counts) => (counts.c || 0) + (counts.m || 0) + (counts.e || 0);

const factCard = (f) => {
  const fact = facts[f], counts = tally(column(f)), wrong = bad(counts), agree = (counts.s || 0) + (counts.t || 0);
  return h('a', { class: 'fcard', href: link('fact', fact.id) }, h('h3', null, apart(sought(fact.label)), ' ', fact.severity && fact.weight !== 2 && pill(`severity-${fact.severity}`, fact.severity)),
    h('p', { dir: 'auto' }, sought(fact.value)), bar(counts, 'bar'),
    h('div', { class: 'stat' }, h('span', null, fact.optional ? `${fact.kind}, need not be stated` : fact.kind),
      wrong ? h('b', { class: 'v contradicted' }, plural(wrong, 'to correct', 'to correct')) : h('span', null, `${agree.toLocaleString('en-GB')} ${agree === 1 ? 'agrees' : 'agree'}`)));
};

export const factList = () => {
  const list = facts.map((_, f) => f).filter((f) => inSpec(f) && (!state.verdicts.size || [...column(f)].some(wanted))
    && matches(facts[f].label, facts[f].value, facts[f].id, facts[f].statement, (facts[f].tags || []).join(' ')));
  const cards = longList(list, factCard, { name: 'facts-grid', size: 60, estimate: 60 });
  return {
    element: h('div', null, h('div', { class: 'filters' }, h('h2', { tabindex: -1 }, plural(facts.length, 'fact')), chips(tally(DATA.grid.join('')))),
      list.length ? cards.boxes : empty('No fact fits the search or the filters.')),
    count: list.length,
    reveal: (i) => cards.reveal(i),
  };
};

const row = (name, text) => (text && text.length !== 0 ? [h('dt', null, name), h('dd', null, text)] : null);
const listed = (words) => (words || []).map((each, i) => [i ? ', ' : '', apart(each)]);

const sheet = (fact) => h('dl', { class: 'spec' },
  h('dt', null, 'Spec says'), h('dd', { class: 'big', dir: 'auto' }, fact.value),
  row('In a sentence', fact.statement && apart(fact.statement)),
  row('Said by', listed(fact.by)), row('Also right', listed(fact.also)), row('Known to be wrong', listed(fact.not)),
  row('Over time', (fact.history || []).map(([at, value], i) => [i ? ', ' : '', `${value} from ${moment(at, true)}`])),
  row('Source', fact.source && apart(fact.source)), row('Note', fact.note && apart(fact.note)), row('Tags', listed(fact.tags)),
  row('Required', fact.unchecked ? 'this fact is not checked' : fact.optional ? 'no; where it is stated it must be right' : 'yes, in every article'),
  h('dt', null, 'Defined in'), h('dd', null, h('code', null, fact.place)));

const line = (f, a) => {
  const name = letter(f, a), parts = around(f, a, REACH), fact = facts[f];
  const who = [h('td', { class: 'who' }, h('a', { href: link('article', articles[a].path, { at: fact.id, v: '' }) }, apart(title(a))), h('small', null, when(a))), h('td', { class: 'vd' }, verdict(name), changed(f, a))];
  if (!parts) return h('tr', { class: 'gap' }, who, h('td', { colspan: 2, dir: 'auto' }, name === 'n' ? 'Need not be stated.' : entry(f, a).r || ''));
  return h('tr', { class: 'finding', tabindex: -1 }, who,
    h('td', { class: 'l' }, h('bdi', null, sought(parts[0].replace(/\s+/g, ' ').trimStart()))), h('td', { class: 'r' }, evidence(name, parts[1]), sought(parts[2].replace(/\s+/g, ' '))));
};

export const fact = (id) => {
  const f = factNamed(id);
  if (f < 0) return { element: h('div', null, h('h2', { class: 'vh', tabindex: -1 }, 'No such fact'), empty('There is no such fact in this report.')), count: 0 };
  const letters = [...column(f)], counts = tally(letters);
  const rows = articles.map((_, a) => a).filter((a) => letters[a] !== '-' && wanted(letters[a]) && (!state.q || matches(title(a), articles[a].path, (around(f, a, REACH) || []).join(''))));
  const list = longList(rows, (a) => line(f, a), { table: true, columns: 4, size: 40, estimate: 62 });
  const step = (to, name) => (facts[to] ? h('a', { href: link('fact', facts[to].id), [`data-${name}`]: true }, `${name === 'prev' ? 'Previous' : 'Next'}: `, apart(facts[to].label)) : null);
  const noted = rows.map((a, i) => [i, letters[a]]).filter(([, each]) => noteworthy(each)).map(([i]) => i);
  const stops = noted.length ? noted : rows.map((_, i) => i);
  return {
    element: h('div', null, h('div', { class: 'crumbs' }, h('a', { href: link('facts') }, 'All facts'), h('span', { class: 'sp' }), step(f - 1, 'prev'), step(f + 1, 'next')),
      h('h2', { tabindex: -1 }, apart(facts[f].label), ' ', pill('kindpill', KINDS[facts[f].kind] ? facts[f].kind : 'fact')), sheet(facts[f]), chart(f), h('div', { class: 'filters', role: 'group', 'aria-label': 'Show only' }, chips(counts)),
      rows.length ? h('table', { class: `kwic ${facts[f].kind}` }, h('caption', { class: 'vh' }, 'How each article puts it'),
        h('thead', null, h('tr', null, h('th', { class: 'who', scope: 'col' }, 'Article'), h('th', { class: 'vd', scope: 'col' }, 'Verdict'), h('th', { scope: 'col', colspan: 2 }, 'How the article puts it'))), list.boxes) : empty('No article fits the search or the filters.')),
    count: stops.length,
    reveal: (i) => list.reveal(stops[i]),
  };
};
