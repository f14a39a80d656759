/* Facts: all of them, and for one of them how each article puts it. */

import { apart, h } from './dom.js';
import {
  DATA,
  KINDS,
  around,
  articles,
  column,
  creditOf,
  entry,
  facts,
  factNamed,
  letter,
  moment,
  outlet,
  plural,
  tally,
  title,
} from './model.js';
import { bar, chips, empty, evidence, icon, pill, sought, verdict } from './marks.js';
import { changed } from './card.js';
import { chart } from './chart.js';
import { longList } from './lists.js';
import { inSpec, link, matches, noteworthy, state, wanted } from './state.js';

const REACH = 220,
  BEFORE = 66,
  AFTER = 110,
  BEFORE_QUOTE = 56; // characters before and after the evidence: looked at, and shown
const bad = (counts) => (counts.c || 0) + (counts.m || 0) + (counts.e || 0);

const factCard = (f) => {
  const fact = facts[f],
    counts = tally(column(f)),
    wrong = bad(counts),
    agree = (counts.s || 0) + (counts.t || 0);
  return h(
    'a',
    { class: 'fcard', href: link('fact', fact.id) },
    h(
      'h3',
      null,
      apart(sought(fact.label)),
      ' ',
      fact.severity && fact.weight !== 2 && pill(`severity-${fact.severity}`, fact.severity),
    ),
    h('p', { dir: 'auto' }, sought(fact.value)),
    bar(counts, 'bar'),
    h(
      'div',
      { class: 'stat' },
      h('span', null, fact.optional ? `${fact.kind}, need not be stated` : fact.kind),
      wrong
        ? h('b', { class: 'v contradicted' }, plural(wrong, 'to correct', 'to correct'))
        : h('span', null, `${agree.toLocaleString('en-GB')} ${agree === 1 ? 'agrees' : 'agree'}`),
    ),
  );
};

export const factList = () => {
  const list = facts
    .map((_, f) => f)
    .filter(
      (f) =>
        inSpec(f) &&
        (!state.verdicts.size || [...column(f)].some(wanted)) &&
        matches(facts[f].label, facts[f].value, facts[f].id, facts[f].statement, (facts[f].tags || []).join(' ')),
    );
  const cards = longList(list, factCard, { name: 'facts-grid', size: 60, estimate: 60 });
  return {
    element: h(
      'div',
      null,
      h('div', { class: 'filters' }, h('h2', { tabindex: -1 }, plural(facts.length, 'fact')), chips(tally(DATA.grid.join('')))),
      list.length ? cards.boxes : empty('No fact fits the search or the filters.'),
    ),
    count: list.length,
    reveal: (i) => cards.reveal(i),
  };
};

const row = (name, text) => (text && text.length !== 0 ? [h('dt', null, name), h('dd', null, text)] : null);
const listed = (words) => (words || []).map((each, i) => [i ? ', ' : '', apart(each)]);

const sheet = (fact) =>
  h(
    'dl',
    { class: 'spec' },
    h('dt', null, 'Spec says'),
    h('dd', { class: 'big', dir: 'auto' }, fact.value),
    row('In a sentence', fact.statement && apart(fact.statement)),
    row('Said by', listed(fact.by)),
    row('Also right', listed(fact.also)),
    row('Known to be wrong', listed(fact.not)),
    row(
      'Over time',
      (fact.history || []).map(([at, value], i) => [i ? ', ' : '', `${value} from ${moment(at, true)}`]),
    ),
    row('Source', fact.source && apart(fact.source)),
    row('Note', fact.note && apart(fact.note)),
    row('Tags', listed(fact.tags)),
    row(
      'Required',
      fact.unchecked
        ? 'this fact is not checked'
        : fact.optional
          ? 'no; where it is stated it must be right'
          : 'yes, in every article',
    ),
    h('dt', null, 'Defined in'),
    h('dd', null, h('code', null, fact.place)),
  );

/* What stands before and after the evidence, at most so many characters and whole words, with … where words are left out. */
const WORDS = /\s+/g;
const endOf = (text, most) => {
  const flat = text.replace(WORDS, ' ').trimStart();
  if (flat.length <= most) return text.length < REACH ? flat : `…\u00a0${flat.replace(/^\S+ /, '')}`;
  return `…\u00a0${flat
    .slice(-most)
    .replace(/^\S* /, '')
    .replace(/^[\uDC00-\uDFFF]/, '')}`;
};
const startOf = (text, most) => {
  const flat = text.replace(WORDS, ' ').trimEnd();
  if (flat.length <= most) return text.length < REACH ? flat : `${flat.replace(/ \S+$/, '')}\u00a0…`;
  return `${flat
    .slice(0, most)
    .replace(/ \S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '')}\u00a0…`;
};

/* The evidence of all articles stands in one line from top to bottom: see the styles of .l and .r. */
const line = (f, a) => {
  const name = letter(f, a),
    parts = around(f, a, REACH);
  const who = [
    h(
      'td',
      { class: 'who' },
      h('a', { href: link('article', articles[a].path, { at: facts[f].id, v: '' }) }, apart(sought(title(a)))),
      h('small', null, apart(creditOf(a))),
    ),
    h('td', { class: 'vd' }, verdict(name), changed(f, a)),
  ];
  if (!parts) return h('tr', { class: 'gap' }, who, h('td', { dir: 'auto' }, entry(f, a).r || ''));
  return h(
    'tr',
    { class: 'finding', tabindex: -1 },
    who,
    h(
      'td',
      { class: 'ex' },
      h('span', { class: 'l' }, h('bdi', null, sought(endOf(parts[0], facts[f].kind === 'quote' ? BEFORE_QUOTE : BEFORE)))),
      h('span', { class: 'r' }, h('span', null, evidence(name, parts[1]), sought(startOf(parts[2], AFTER)))),
    ),
  );
};

/* Articles of which there is nothing to quote, in one line for each verdict. */
const FOLDED = {
  e: (n) => `Not known of ${n}, which could not be read`,
  m: (n) => `Left out by ${n}`,
  n: (n) => `Not mentioned by ${n}`,
  a: (n) => `Not applicable in ${n}`,
  u: (n) => `Not checked in ${n}`,
};
const SHOWN = 12;
const named = (f) => (a) =>
  h(
    'li',
    null,
    h(
      'a',
      { href: link('article', articles[a].path, { at: facts[f].id, v: '' }), title: entry(f, a).r || null },
      apart(sought(title(a))),
    ),
    ' ',
    h('small', null, apart(creditOf(a))),
    ' ',
    changed(f, a),
  );

const folded = (f, name, list) => {
  const rest = list.length > SHOWN + 1 ? list.slice(SHOWN) : [],
    more = h('ul', { class: 'run' });
  const box = rest.length
    ? h('details', null, h('summary', null, `and ${rest.length.toLocaleString('en-GB')} more`), more)
    : null;
  if (box)
    box.addEventListener('toggle', () => {
      if (!more.childElementCount) more.append(...rest.map(named(f)));
    });
  return h(
    'div',
    { class: 'folded finding', tabindex: -1, 'data-folded': name },
    h('p', null, icon(name), ' ', h('strong', null, `${FOLDED[name](plural(list.length, 'article'))}:`)),
    h('ul', { class: 'run' }, list.slice(0, list.length - rest.length).map(named(f))),
    box,
  );
};

/* On a phone what the articles say comes before the chart. */
const small = matchMedia('(max-width: 640px)');

export const fact = (id) => {
  const f = factNamed(id);
  if (f < 0)
    return {
      element: h(
        'div',
        null,
        h('h2', { class: 'vh', tabindex: -1 }, 'No such fact'),
        empty('There is no such fact in this report.'),
      ),
      count: 0,
    };
  const letters = [...column(f)],
    counts = tally(letters);
  const fitting = articles
    .map((_, a) => a)
    .filter(
      (a) =>
        letters[a] !== '-' &&
        wanted(letters[a]) &&
        (!state.q || matches(title(a), articles[a].path, outlet(a), (around(f, a, REACH) || []).join(''))),
    );
  const quotable = (a) => !FOLDED[letters[a]] || around(f, a, REACH);
  const rows = fitting.filter(quotable),
    silent = fitting.filter((a) => !quotable(a));
  const folds = Object.keys(FOLDED)
    .map((name) => ({ name, list: silent.filter((a) => letters[a] === name) }))
    .filter(({ list }) => list.length)
    .map(({ name, list }) => ({ name, box: folded(f, name, list) }));
  const list = longList(rows, (a) => line(f, a), { table: true, columns: 3, size: 40, estimate: 62 });
  const step = (to, name) =>
    facts[to]
      ? h(
          'a',
          { href: link('fact', facts[to].id), [`data-${name}`]: true },
          `${name === 'prev' ? 'Previous' : 'Next'}: `,
          apart(facts[to].label),
        )
      : null;
  const noted = rows
    .map((a, i) => [i, letters[a]])
    .filter(([, each]) => noteworthy(each))
    .map(
      ([i]) =>
        () =>
          list.reveal(i),
    );
  const grave = folds
    .filter(({ name }) => noteworthy(name))
    .map(
      ({ box }) =>
        () =>
          box,
    );
  const picture = chart(f);
  const stops = noted.length || grave.length ? [...noted, ...grave] : rows.map((_, i) => () => list.reveal(i));
  return {
    element: h(
      'div',
      null,
      h(
        'div',
        { class: 'crumbs' },
        h('a', { href: link('facts') }, 'All facts'),
        h('span', { class: 'sp' }),
        step(f - 1, 'prev'),
        step(f + 1, 'next'),
      ),
      h('h2', { tabindex: -1 }, apart(facts[f].label), ' ', pill('kindpill', KINDS[facts[f].kind] ? facts[f].kind : 'fact')),
      sheet(facts[f]),
      small.matches ? null : picture,
      h('div', { class: 'filters', role: 'group', 'aria-label': 'Show only' }, chips(counts)),
      rows.length
        ? h(
            'table',
            { class: `kwic ${facts[f].kind}` },
            h('caption', { class: 'vh' }, 'How each article puts it'),
            h(
              'thead',
              null,
              h(
                'tr',
                null,
                h('th', { class: 'who', scope: 'col' }, 'Article'),
                h('th', { class: 'vd', scope: 'col' }, 'Verdict'),
                h('th', { scope: 'col' }, 'How the article puts it'),
              ),
            ),
            list.boxes,
          )
        : null,
      folds.map(({ box }) => box),
      small.matches ? picture : null,
      fitting.length ? null : empty('No article fits the search or the filters.'),
    ),
    count: stops.length,
    reveal: (i) => stops[i](),
  };
};
