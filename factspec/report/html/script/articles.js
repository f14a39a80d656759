/* Articles: all of them, the ones with most to correct first or in the order of publication. */

import { apart, h } from './dom.js';
import { DATA, articles, block, facts, failingIn, plural, tally, title, when } from './model.js';
import { bar, chips, empty, pill, sought } from './marks.js';
import { longList } from './lists.js';
import { here, inSpec, link, matches, state, wanted } from './state.js';

const articleCard = (a) => {
  const row = [...DATA.grid[a]].filter((each) => each !== '-'), counts = tally(row), wrong = failingIn(a), stated = [...'cvwbts'].reduce((sum, each) => sum + (counts[each] || 0), 0);
  return h('a', { class: 'fcard', href: link('article', articles[a].path, { v: '' }) }, h('h3', null, apart(sought(title(a)))),
    h('p', null, apart(sought(articles[a].name)), ', ', when(a), ' ', articles[a].draft && pill('draft', 'Draft'), articles[a].was && pill('change-C', 'Changed since last time')), bar(counts, 'bar'),
    h('div', { class: 'stat' }, h('span', null, articles[a].unread ? 'could not be read' : `${stated} of ${row.length} facts stated`),
      wrong ? h('b', { class: 'v contradicted' }, articles[a].unread ? 'not read' : plural(wrong, 'to correct', 'to correct')) : h('span', null, 'nothing to correct')));
};

export const articleList = () => {
  const inText = (a) => state.q && (block(a).t || '').toLowerCase().includes(state.q.toLowerCase());
  const list = articles.map((_, a) => a).filter((a) => (matches(title(a), articles[a].path) || inText(a))
    && (!state.verdicts.size || [...DATA.grid[a]].some((each, f) => wanted(each) && inSpec(f))) && (state.spec < 0 || facts.some((_, f) => inSpec(f) && DATA.grid[a][f] !== '-')));
  const worst = state.sort !== 'time';
  if (worst) list.sort((x, y) => failingIn(y) - failingIn(x) || Number(Boolean(articles[y].draft)) - Number(Boolean(articles[x].draft)) || x - y);
  const cards = longList(list, articleCard, { name: 'facts-grid', size: 60, estimate: 60 });
  const order = (to, text) => h('a', { class: 'order', href: here({ sort: to }), 'aria-current': String((to === 'time') !== worst) }, text);
  return {
    element: h('div', null, h('div', { class: 'filters' }, h('h2', { tabindex: -1 }, plural(articles.length, 'article')), chips(tally(DATA.grid.join('')))),
      h('p', { class: 'pages' }, order('', 'Most to correct first'), ' · ', order('time', 'By publication')),
      list.length ? cards.boxes : empty('No article fits the search or the filters.')),
    count: list.length,
    reveal: (i) => cards.reveal(i),
  };
};
