/* Matrix: every fact in every article. With many articles it is turned over, so that it grows downwards. */

import { apart, h, one } from './dom.js';
import {
  DATA,
  KINDS,
  LETTERS,
  FAILING,
  articles,
  column,
  credit,
  facts,
  fileName,
  found,
  letter,
  moment,
  outlet,
  plural,
  shortName,
  tally,
  title,
  when,
  word,
} from './model.js';
import { bar, chips, empty, icon, sought } from './marks.js';
import { longList } from './lists.js';
import { here, inSpec, link, matches, noteworthy, state, wanted } from './state.js';

const WIDE = 12; // articles: with more, they stand in the rows
const WORDED = 12; // facts: with more, their columns are too narrow for words
const STANDING = 40; // rows that stand on the page; more are scrolled within it
const COLUMNS = 60;
const SIZE = 40;
const SHORT = 14;
const ASKED = 'stcvmwb'; // letters; not mentioned and not applicable ought not to agree

/* A few words, cut between characters that belong together only where nothing else helps. */
const cut = (text) => {
  const all = [...text];
  return all.length > SHORT
    ? `${all
        .slice(0, SHORT - 1)
        .join('')
        .trimEnd()}…`
    : text;
};

const cell = (f, a, worded) => {
  const name = letter(f, a);
  if (name === '-') return h('td', { class: 'none' }, h('span', { class: 'vh' }, 'not asked'));
  const has = noteworthy(name) && !'em'.includes(name) ? found(f, a).replace(/\s+/g, ' ').trim() : '';
  const said = `${facts[f].label}, ${title(a)}: ${word(name)}${has ? `, says ${has}` : ''}`;
  return h(
    'td',
    {
      class: `${{ c: 'contradicted', m: 'missing', e: 'error', t: 'asof', w: 'waived', b: 'waived', v: 'vague' }[name] || 'calm'}${wanted(name) ? '' : ' dim'}`,
    },
    h(
      'a',
      {
        class: `cell c-${name}`,
        href: link('article', articles[a].path, { at: facts[f].id, v: '' }),
        'aria-label': said,
        title: said,
        tabindex: -1,
      },
      icon(name),
      worded && has ? apart(cut(has)) : null,
    ),
  );
};

const agreeing = (sum) => [`${sum('s')} of ${sum(ASKED)} agree`, sum('t') ? [h('br'), `${sum('t')} right then`] : null];

/* How many agree of those that ought to, whatever the filter hides. */
const together = (letters) => {
  const counts = tally(letters),
    sum = (these) => [...these].reduce((so, each) => so + (counts[each] || 0), 0);
  return h('td', { class: 'tot' }, bar(counts, 'mini'), sum(ASKED) ? agreeing(sum) : 'none asked');
};

const failing = (letters) => {
  const n = letters.filter((each) => FAILING.includes(each)).length;
  return h('td', null, n ? h('b', { class: 'v contradicted' }, String(n)) : '0');
};

const factHead = (f) =>
  h(
    'th',
    { scope: 'row' },
    h(
      'a',
      { href: link('fact', facts[f].id), tabindex: -1 },
      h('b', null, apart(sought(facts[f].label))),
      h('small', null, apart(sought(facts[f].value))),
    ),
  );
const articleHead = (a) =>
  h(
    'th',
    { scope: 'row' },
    h(
      'a',
      { href: link('article', articles[a].path, { v: '' }), title: title(a), tabindex: -1 },
      h('b', null, apart(sought(title(a)))),
      h('small', null, apart(sought(credit(a))), fileName(a) && h('span', { class: 'file' }, apart(sought(fileName(a))))),
    ),
  );
const kindRow = (width, ...text) =>
  h('tr', { class: 'kind' }, h('th', { scope: 'rowgroup', colspan: width }, h('span', null, ...text)));

const table = (turned, worded, corner, heads, list, feet, caption) =>
  h(
    'table',
    { class: `matrix${turned ? ' turned' : ''}${worded ? ' worded' : ''}` },
    h('caption', { class: 'vh' }, caption),
    h(
      'thead',
      null,
      h('tr', null, h('th', { scope: 'col' }, corner), heads, h('th', { scope: 'col' }, h('span', { class: 'art' }, 'Together'))),
    ),
    list.boxes,
    h('tfoot', null, h('tr', null, h('th', { scope: 'row' }, 'To correct'), feet, h('td'))),
  );

const notedIn = (rows, columns, at) =>
  rows.flatMap((row, r) => columns.map((col, c) => noteworthy(at(row, col)) && [r, c]).filter(Boolean));

const byFact = (these, arts, every) => {
  let last = '';
  const rows = these.map((f) => {
    const kind = `${state.spec < 0 && DATA.specs.length > 1 ? `${DATA.specs[facts[f].spec].event || DATA.specs[facts[f].spec].path} · ` : ''}${KINDS[facts[f].kind] || facts[f].kind}`;
    const head = kind === last ? '' : kind;
    last = kind;
    return { f, head };
  });
  const width = arts.length + 2;
  const list = longList(
    rows,
    ({ f, head }) =>
      [
        head && kindRow(width, apart(head)),
        h(
          'tr',
          { 'data-row': f },
          factHead(f),
          arts.map((a) => cell(f, a, true)),
          together([...column(f)]),
        ),
      ].filter(Boolean),
    { table: true, columns: width, size: SIZE, estimate: 47 },
  );
  const heads = arts.map((a) =>
    h(
      'th',
      { scope: 'col' },
      h(
        'a',
        { class: 'art', href: link('article', articles[a].path, { v: '' }), title: `${title(a)}, ${credit(a)}`, tabindex: -1 },
        h('b', null, apart(sought(shortName(a)))),
        h('span', null, articles[a].draft ? 'Draft' : when(a)),
      ),
    ),
  );
  const feet = arts.map((a) => failing(every.map((f) => letter(f, a))));
  return {
    table: table(false, true, 'Fact, and what the spec says', heads, list, feet, 'Facts in rows, articles in columns'),
    list,
    noted: notedIn(these, arts, letter),
  };
};

/* Articles under headings: what they have in common, and in which order that comes. */
const worst = (a, these) => LETTERS.find((each) => these.some((f) => letter(f, a) === each)) || LETTERS.at(-1);
const GROUPS = {
  day: [
    'publication day',
    (a) => (articles[a].draft ? 'Drafts' : articles[a].at ? moment(articles[a].at.slice(0, 10), true) : 'Date not known'),
  ],
  outlet: ['outlet', (a) => outlet(a) || 'Outlet not known'],
  verdict: ['verdict', (a, these) => word(worst(a, these))],
};
const ORDERS = {
  outlet: (x, y) => !outlet(x) - !outlet(y) || outlet(x).localeCompare(outlet(y)),
  verdict: (x, y, these) => LETTERS.indexOf(worst(x, these)) - LETTERS.indexOf(worst(y, these)),
};

const grouped = (arts, every) => {
  const [, name] = GROUPS[state.group] || [];
  if (!name) return arts.map((a) => ({ a }));
  const order = ORDERS[state.group],
    sorted = order ? [...arts].sort((x, y) => order(x, y, every) || x - y) : arts;
  const names = sorted.map((a) => name(a, every)),
    parts = new Map();
  sorted.forEach((a, i) => parts.set(names[i], [...(parts.get(names[i]) || []), a]));
  return [...parts].flatMap(([head, list]) => list.map((a, i) => (i ? { a } : { a, head, list })));
};

const byArticle = (these, arts, every) => {
  const width = these.length + 2,
    worded = these.length <= WORDED,
    rows = grouped(arts, every);
  const headRow = ({ head, list }) => {
    const wrong = list.filter((a) => every.some((f) => letter(f, a) === 'c')).length;
    return kindRow(
      width,
      apart(head),
      ' ',
      h(
        'span',
        { class: 'of' },
        `${plural(list.length, 'article')}, ${wrong ? `${wrong.toLocaleString('en-GB')} ${wrong === 1 ? 'contradicts' : 'contradict'}` : 'none contradicts'}`,
      ),
    );
  };
  const list = longList(
    rows,
    (row) =>
      [
        row.head && headRow(row),
        h(
          'tr',
          { 'data-row': row.a },
          articleHead(row.a),
          these.map((f) => cell(f, row.a, worded)),
          together(every.map((f) => letter(f, row.a))),
        ),
      ].filter(Boolean),
    { table: true, columns: width, size: SIZE, estimate: 47 },
  );
  const heads = these.map((f) =>
    h(
      'th',
      { scope: 'col', class: worded ? null : 'up' },
      h(
        'a',
        { class: 'art', href: link('fact', facts[f].id), title: `${facts[f].label}: ${facts[f].value}`, tabindex: -1 },
        h('b', null, apart(sought(facts[f].label))),
      ),
    ),
  );
  const feet = these.map((f) => failing([...column(f)]));
  return {
    table: table(true, worded, 'Article', heads, list, feet, 'Articles in rows, facts in columns'),
    list,
    noted: notedIn(rows, these, ({ a }, f) => letter(f, a)),
  };
};

const pages = (count, name) =>
  count <= COLUMNS
    ? null
    : h(
        'p',
        { class: 'pages' },
        `${name} ${state.from + 1} to ${Math.min(count, state.from + COLUMNS)} of ${count.toLocaleString('en-GB')} `,
        state.from > 0 &&
          h('a', { href: here({ from: Math.max(0, state.from - COLUMNS) || '' }), 'data-prev': true }, `Previous ${COLUMNS}`),
        ' ',
        state.from + COLUMNS < count &&
          h('a', { href: here({ from: state.from + COLUMNS }), 'data-next': true }, `Next ${COLUMNS}`),
      );

/* The choice stays under the fingers although the view is made anew. */
let chosen = false;
const grouping = () => {
  const offered = Object.keys(GROUPS).filter((each) => each !== 'outlet' || articles.some((_, a) => outlet(a)));
  const select = h(
    'select',
    { id: 'group' },
    h('option', { value: '' }, 'none'),
    offered.map((each) => h('option', { value: each, selected: each === state.group }, GROUPS[each][0])),
  );
  select.addEventListener('change', () => {
    chosen = true;
    location.replace(here({ group: select.value }));
  });
  if (chosen) queueMicrotask(() => select.focus());
  chosen = false;
  return h('label', { class: 'grouping' }, 'Group by ', select);
};

/* The whole matrix stands on the page where it is not too wide or too long; then its heads keep below the tabs. */
const standing = (box, made) => {
  const bar_ = one('.tabbar');
  new ResizeObserver(() => {
    if (!box.isConnected) return;
    box.classList.toggle('wide', made.table.scrollWidth > box.clientWidth + 1);
    box.style.setProperty('--top', getComputedStyle(bar_).position === 'sticky' ? `${bar_.offsetHeight}px` : '0px');
  }).observe(box);
};

export const matrix = () => {
  const turned = state.turned ? state.turned === 'yes' : articles.length > WIDE;
  const ofSpec = facts.map((_, f) => f).filter(inSpec);
  const keepsArticle = (a) =>
    (!state.verdicts.size || ofSpec.some((f) => wanted(letter(f, a)))) && ofSpec.some((f) => letter(f, a) !== '-');
  const factFits = (f) => matches(facts[f].label, facts[f].value, facts[f].id);
  const anyFact = ofSpec.some(factFits);
  const these = ofSpec.filter((f) => (!state.verdicts.size || [...column(f)].some(wanted)) && (!anyFact || factFits(f)));
  const arts = articles
    .map((_, a) => a)
    .filter((a) => keepsArticle(a) && (anyFact || matches(title(a), articles[a].path, outlet(a))));
  const across = turned ? these : arts;
  const from = state.from < across.length ? state.from : 0;
  const shown = across.slice(from, from + COLUMNS);
  const made = !these.length || !arts.length ? null : turned ? byArticle(shown, arts, ofSpec) : byFact(these, shown, ofSpec);
  const long = made && made.list.count > STANDING;
  const scroll =
    made &&
    h('section', { class: `scroll wide${long ? ' long' : ''}`, 'aria-label': 'Matrix of facts and articles' }, made.table);
  if (scroll) standing(scroll, made);
  const counts = tally(ofSpec.map(column).join(''));
  const element = h(
    'div',
    null,
    h('div', { class: 'filters' }, h('h2', { tabindex: -1 }, 'Every fact in every article'), chips(counts, LETTERS)),
    h(
      'div',
      { class: 'pages' },
      h(
        'a',
        { href: here({ turned: turned ? 'no' : 'yes', from: '' }), 'data-turn': true },
        turned ? 'Facts in rows' : 'Articles in rows',
      ),
      ` · ${plural(these.length, 'fact')}, ${plural(arts.length, 'article')}`,
      turned && articles.length > WIDE && grouping(),
    ),
    pages(across.length, turned ? 'Facts' : 'Articles'),
    scroll || empty('No fact or article fits. Clear the search or the filters.'),
    h(
      'p',
      { class: 'hint' },
      'A coloured cell shows what the article says where that differs from the spec. Tab comes to the first cell, the arrow keys move from cell to cell and to the heads, Enter opens.',
    ),
  );
  /* Row -1 has the heads of the columns, column -1 those of the rows. */
  const linkAt = (row, col) => {
    const line = row < 0 ? one('thead tr', made.table) : made.list.reveal(row),
      box = line && line.children[col + 1];
    return box && one('a', box);
  };
  element.addEventListener('focusout', (event) => {
    // far from the screen rows do not exist, and one of them must not be the only way in
    const first = made && one('.cell', made.table);
    if (!first || made.list.count <= 2 * SIZE || !event.target.closest('.matrix') || made.table.contains(event.relatedTarget))
      return;
    event.target.tabIndex = -1;
    first.tabIndex = 0;
  });
  return {
    element,
    count: made ? made.noted.length : 0,
    reveal: (i) => {
      const cellFound = linkAt(...made.noted[i]);
      if (cellFound) cellFound.focus({ preventScroll: true });
      return cellFound;
    },
    move: (at, dx, dy) => {
      const box = at.closest('td, th'),
        line = box.parentNode,
        block = line.parentNode;
      const inBlock = [...block.children].filter((each) => !each.matches('.kind')).indexOf(line);
      let row = block.matches('thead') ? -1 : Number(block.dataset.block) * SIZE + inBlock,
        col = [...line.children].indexOf(box) - 1,
        to = null;
      do {
        row += dy;
        col += dx;
        if (row < -1 || row >= made.list.count || col < -1 || col > shown.length) return null;
        to = linkAt(row, col);
      } while (!to);
      return to;
    },
  };
};
