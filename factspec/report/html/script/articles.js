/* Articles: all of them, the ones with most to correct first or in the order of publication. */

import { apart, h } from './dom.js';
import { DATA, articles, block, change, facts, gravestFirst, plural, tally, title, when } from './model.js';
import { bar, chips, empty, pill, score, sought } from './marks.js';
import { longList } from './lists.js';
import { here, inSpec, link, matches, state, wanted } from './state.js';

const articleCard = (a) => {
  const row = [...DATA.grid[a]].filter((each) => each !== '-'),
    counts = tally(row),
    stated = [...'cvwbts'].reduce((sum, each) => sum + (counts[each] || 0), 0);
  return h(
    'a',
    { class: 'fcard', href: link('article', articles[a].path, { v: '' }) },
    h('h3', null, apart(sought(title(a)))),
    h(
      'p',
      null,
      apart(sought(articles[a].name)),
      ', ',
      when(a),
      ' ',
      articles[a].draft && pill('draft', 'Draft'),
      articles[a].was && facts.some((_, f) => 'NCF'.includes(change(f, a))) && pill('change-C', 'Changed since last time'),
    ),
    bar(counts, 'bar'),
    h(
      'div',
      { class: 'stat' },
      h('span', null, articles[a].unread ? 'could not be read' : `${stated} of ${row.length} facts stated`),
      score(a),
    ),
  );
};

const found = (a) => matches(title(a), articles[a].path) || (block(a).t || '').toLowerCase().includes(state.q.toLowerCase());
/* The articles that have what is searched for, in their name or their text. */
export const articlesWith = () => articles.map((_, a) => a).filter(found);

export const articleList = () => {
  const worst = state.sort !== 'time';
  const list = (worst ? gravestFirst() : articles.map((_, a) => a)).filter(
    (a) =>
      found(a) &&
      (!state.verdicts.size || [...DATA.grid[a]].some((each, f) => wanted(each) && inSpec(f))) &&
      (state.spec < 0 || facts.some((_, f) => inSpec(f) && DATA.grid[a][f] !== '-')),
  );
  const cards = longList(list, articleCard, { name: 'facts-grid', size: 60, estimate: 60 });
  const order = (to, text) =>
    h('a', { class: 'order', href: here({ sort: to }), 'aria-current': String((to === 'time') !== worst) }, text);
  return {
    element: h(
      'div',
      null,
      h(
        'div',
        { class: 'filters' },
        h('h2', { tabindex: -1 }, plural(articles.length, 'article')),
        chips(tally(DATA.grid.join(''))),
      ),
      h('p', { class: 'pages' }, order('', 'Most contradictions first'), ' · ', order('time', 'By publication')),
      list.length ? cards.boxes : empty('No article fits the search or the filters.'),
    ),
    count: list.length,
    reveal: (i) => cards.reveal(i),
  };
};
