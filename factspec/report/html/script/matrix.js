/* Matrix: every fact in every article. With many articles it is turned over, so that it grows downwards. */

import { apart, h, one } from './dom.js';
import { DATA, KINDS, LETTERS, FAILING, articles, column, facts, found, letter, plural, shortName, tally, title, when, word } from './model.js';
import { bar, chips, empty, icon, sought } from './marks.js';
import { longList } from './lists.js';
import { here, inSpec, link, matches, noteworthy, state, wanted } from './state.js';

const WIDE = 12; // articles: with more, they stand in the rows
const COLUMNS = 60;

const cell = (f, a, narrow) => {
  const name = letter(f, a);
  if (name === '-') return h('td', { class: 'none' }, h('span', { class: 'vh' }, 'not asked'));
  const has = noteworthy(name) && !'em'.includes(name) ? found(f, a).replace(/\s+/g, ' ').trim() : '';
  const said = `${facts[f].label}, ${title(a)}: ${word(name)}${has ? `, says ${has}` : ''}`;
  return h('td', { class: `${{ c: 'contradicted', m: 'missing', e: 'error', t: 'asof', w: 'waived', b: 'waived', v: 'vague' }[name] || 'calm'}${wanted(name) ? '' : ' dim'}` },
    h('a', { class: `cell c-${name}`, href: link('article', articles[a].path, { at: facts[f].id, v: '' }), 'aria-label': said, title: said, tabindex: -1 },
      icon(name), narrow || !has ? null : apart(has)));
};

const together = (letters) => {
  const counts = tally(letters), stated = [...'cvwbts'].reduce((sum, each) => sum + (counts[each] || 0), 0);
  return h('td', { class: 'tot' }, bar(counts, 'mini'), `${(counts.s || 0) + (counts.t || 0)} of ${stated} agree`);
};

const factHead = (f) => h('th', { scope: 'row' }, h('a', { href: link('fact', facts[f].id) }, h('b', null, apart(sought(facts[f].label))), h('small', null, apart(sought(facts[f].value)))));
const articleHead = (a) => h('th', { scope: 'row' }, h('a', { href: link('article', articles[a].path, { v: '' }) }, h('b', null, apart(sought(title(a)))), h('small', null, apart(sought(shortName(a))), ', ', when(a))));

const chosenFacts = () => facts.map((_, f) => f).filter((f) => inSpec(f));

const byFact = (these, arts) => {
  let last = '';
  const rows = these.map((f) => {
    const kind = `${state.spec < 0 && DATA.specs.length > 1 ? `${DATA.specs[facts[f].spec].event || DATA.specs[facts[f].spec].path} · ` : ''}${KINDS[facts[f].kind] || facts[f].kind}`;
    const head = kind === last ? '' : kind;
    last = kind;
    return { f, head };
  });
  const width = arts.length + 2;
  const list = longList(rows, ({ f, head }) => [
    head && h('tr', { class: 'kind' }, h('th', { scope: 'rowgroup', colspan: width }, h('span', null, apart(head)))),
    h('tr', { 'data-row': f }, factHead(f), arts.map((a) => cell(f, a, false)), together(arts.map((a) => letter(f, a)))),
  ].filter(Boolean), { table: true, columns: width, size: 30, estimate: 47 });
  const heads = arts.map((a) => h('th', { scope: 'col' }, h('a', { class: 'art', href: link('article', articles[a].path, { v: '' }), title: title(a) }, h('b', null, apart(sought(shortName(a)))), h('span', null, articles[a].draft ? 'Draft' : when(a)))));
  const foot = h('tfoot', null, h('tr', null, h('th', { scope: 'row' }, 'To correct'), arts.map((a) => {
    const n = these.filter((f) => FAILING.includes(letter(f, a))).length;
    return h('td', null, n ? h('b', { class: 'v contradicted' }, String(n)) : '0');
  }), h('td')));
  const table = h('table', { class: 'matrix' }, h('caption', { class: 'vh' }, 'Facts in rows, articles in columns'),
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Fact, and what the spec says'), heads, h('th', { scope: 'col' }, h('span', { class: 'art' }, 'Together')))), list.boxes, foot);
  return { table, list, rows: rows.map(({ f }) => f), at: (f, a) => [rows.findIndex((row) => row.f === f), arts.indexOf(a)], noted: rows.flatMap(({ f }, r) => arts.map((a, c) => noteworthy(letter(f, a)) && [r, c]).filter(Boolean)) };
};

const byArticle = (these, arts) => {
  const width = these.length + 2;
  const list = longList(arts, (a) => h('tr', { 'data-row': a }, articleHead(a), these.map((f) => cell(f, a, true)), together(these.map((f) => letter(f, a)))),
    { table: true, columns: width, size: 40, estimate: 47 });
  const heads = these.map((f) => h('th', { scope: 'col', class: 'up' }, h('a', { class: 'art', href: link('fact', facts[f].id), title: `${facts[f].label}: ${facts[f].value}` }, h('b', null, apart(sought(facts[f].label))))));
  const foot = h('tfoot', null, h('tr', null, h('th', { scope: 'row' }, 'To correct'), these.map((f) => {
    const n = [...column(f)].filter((each) => FAILING.includes(each)).length;
    return h('td', null, n ? h('b', { class: 'v contradicted' }, String(n)) : '0');
  }), h('td')));
  const table = h('table', { class: 'matrix turned' }, h('caption', { class: 'vh' }, 'Articles in rows, facts in columns'),
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Article'), heads, h('th', { scope: 'col' }, h('span', { class: 'art' }, 'Together')))), list.boxes, foot);
  return { table, list, noted: arts.flatMap((a, r) => these.map((f, c) => noteworthy(letter(f, a)) && [r, c]).filter(Boolean)) };
};

const pages = (count, name) => (count <= COLUMNS ? null : h('p', { class: 'pages' },
  `${name} ${state.from + 1} to ${Math.min(count, state.from + COLUMNS)} of ${count.toLocaleString('en-GB')} `,
  state.from > 0 && h('a', { href: here({ from: Math.max(0, state.from - COLUMNS) || '' }), 'data-prev': true }, `Previous ${COLUMNS}`), ' ',
  state.from + COLUMNS < count && h('a', { href: here({ from: state.from + COLUMNS }), 'data-next': true }, `Next ${COLUMNS}`)));

export const matrix = () => {
  const turned = state.turned ? state.turned === 'yes' : articles.length > WIDE;
  const ofSpec = chosenFacts();
  const keepsArticle = (a) => (!state.verdicts.size || ofSpec.some((f) => wanted(letter(f, a)))) && ofSpec.some((f) => letter(f, a) !== '-');
  const factFits = (f) => matches(facts[f].label, facts[f].value, facts[f].id);
  const anyFact = ofSpec.some(factFits);
  const these = ofSpec.filter((f) => (!state.verdicts.size || [...column(f)].some(wanted)) && (!anyFact || factFits(f)));
  const arts = articles.map((_, a) => a).filter((a) => keepsArticle(a) && (anyFact || matches(title(a), articles[a].path)));
  const none = !these.length || !arts.length || (state.q && !anyFact && !arts.length);
  const across = turned ? these : arts;
  const from = state.from < across.length ? state.from : 0;
  const shown = across.slice(from, from + COLUMNS);
  const made = none ? null : turned ? byArticle(shown, arts) : byFact(these, shown);
  const scroll = made && h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Matrix of facts and articles' }, made.table);
  const counts = tally(ofSpec.map(column).join(''));
  const element = h('div', null,
    h('div', { class: 'filters' }, h('h2', { tabindex: -1 }, 'Every fact in every article'), chips(counts, LETTERS)),
    h('p', { class: 'pages' }, h('a', { href: here({ turned: turned ? 'no' : 'yes', from: '' }), 'data-turn': true }, turned ? 'Facts in rows' : 'Articles in rows'),
      ` · ${plural(these.length, 'fact')}, ${plural(arts.length, 'article')}`),
    pages(across.length, turned ? 'Facts' : 'Articles'),
    scroll || empty('No fact or article fits. Clear the search or the filters.'),
    h('p', { class: 'hint' }, turned ? 'Arrow keys move, Enter opens the article at the fact.' : 'A cell shows what the article says where that differs from the spec. Arrow keys move, Enter opens.'));
  const cellAt = (row, col) => {
    const line = made && made.list.reveal(row);
    return line && one('.cell', line.children[col + 1] || document.createElement('td'));
  };
  return {
    element,
    count: made ? made.noted.length : 0,
    reveal: (i) => { const cellFound = cellAt(...made.noted[i]); if (cellFound) cellFound.focus({ preventScroll: true }); return cellFound; },
    move: (from_, dx, dy) => {
      const td = from_.closest('td'), row = td.parentNode, block = row.parentNode;
      const inBlock = [...block.children].filter((each) => !each.matches('.kind')).indexOf(row);
      const number = Number(block.dataset.block) * (turned ? 40 : 30) + inBlock + dy, col = [...row.children].indexOf(td) - 1 + dx;
      return number >= 0 && number < made.list.count && col >= 0 ? cellAt(number, col) : null;
    },
  };
};
