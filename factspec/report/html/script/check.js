/* To check: what somebody has to decide, drafts first and the most serious first, and what has changed since last time. */

import { apart, h } from './dom.js';
import {
  DATA, LETTERS, articles, change, entry, facts, failingIn, found, moment, plural, since, tally, title, total, totals, when,
} from './model.js';
import { bar, chips, empty, icon, pill, sought, verdict } from './marks.js';
import { CHANGES, card } from './card.js';
import { longList } from './lists.js';
import { inSpec, link, matches, state, wanted } from './state.js';

const LISTED = 12;
const MOST = 10000; // cards of a section; a browser's page can only be so long

/* Every pair of fact and article whose letter is one of these, the gravest first. */
const pairs = (letters) => {
  const list = [];
  DATA.grid.forEach((row, a) => {
    for (let f = 0; f < row.length; f++) if (letters.includes(row[f]) && inSpec(f)) list.push({ f, a, c: row[f] });
  });
  return list.sort((x, y) => LETTERS.indexOf(x.c) - LETTERS.indexOf(y.c) || (facts[x.f].weight || 0) - (facts[y.f].weight || 0) || x.a - y.a || x.f - y.f);
};

const fits = ({ f, a, c }) => wanted(c)
  && (!state.change || change(f, a) === state.change)
  && matches(facts[f].label, facts[f].id, facts[f].value, facts[f].statement, articles[a].path, title(a), state.q ? found(f, a) : '', state.q ? entry(f, a).r : '');

const lede = (bad) => {
  const wrong = bad.filter(({ c }) => c === 'c'), missing = bad.filter(({ c }) => c === 'm'), unread = new Set(bad.filter(({ c }) => c === 'e').map(({ a }) => a));
  const where = new Set(bad.map(({ a }) => a)).size, drafts = bad.filter(({ a }) => articles[a].draft).length;
  const pending = new Set(bad.filter(({ a }) => articles[a].draft).map(({ a }) => a)).size;
  if (!bad.length) return 'Nothing contradicts the spec, and nothing that is required is missing.';
  const parts = [
    wrong.length && plural(wrong.length, 'contradiction'), missing.length && plural(missing.length, 'missing fact'),
    unread.size && plural(unread.size, 'unread article'),
  ].filter(Boolean).join(', ').replace(/, ([^,]*)$/, ' and $1');
  return [`${parts} in ${where} of ${plural(articles.length, 'article')}.`, drafts ? ` ${drafts === 1 ? 'One is' : `${drafts.toLocaleString('en-GB')} are`} in ${pending === 1 ? 'a draft' : `${pending} drafts`} and can still be fixed before ${pending === 1 ? 'it runs' : 'they run'}.` : ''];
};

const sinceLast = (bad) => {
  if (!since) return null;
  const counts = tally(bad.map(({ f, a }) => change(f, a)));
  counts.F = since.fixed.length;
  const button = (kind) => h('button', {
    type: 'button', class: `chip change change-${kind}`, 'data-change': kind, 'aria-pressed': String(state.change === kind),
  }, `${CHANGES[kind]} `, h('span', { class: 'num' }, String(counts[kind] || 0)));
  return h('div', { class: 'filters since', role: 'group', 'aria-label': 'Changes since last time' },
    h('span', null, 'Since ', h('code', null, since.name), ':'), ['N', 'C', 'U', 'F'].map(button));
};

const group = (name, text, list, view) => {
  if (!list.length) return null;
  const these = list.slice(0, MOST);
  const cards = longList(these, ({ f, a }, i) => card(f, a, i + 1, these.length), { estimate: 260 });
  const first = view.count;
  view.count += these.length;
  view.parts.push({ first, list: cards });
  return h('section', { class: 'group' }, h('h2', null, name, ' ', h('span', { class: 'n' }, list.length.toLocaleString('en-GB'))), h('p', null, text),
    h('div', { role: 'feed', 'aria-label': name }, cards.boxes),
    list.length > MOST ? h('p', null, `${plural(list.length - MOST, 'more finding')} of this section: narrow it by a search or in the matrix.`) : null);
};

const unread = (list) => {
  const those = [...new Map(list.map((each) => [each.a, each])).values()];
  return those.length ? h('section', { class: 'group' }, h('h2', null, 'Could not be read ', h('span', { class: 'n' }, String(those.length))),
    h('p', null, 'Nothing is known of these articles; they agree with nothing and contradict nothing.'),
    h('ul', { class: 'rows' }, those.slice(0, 500).map(({ f, a }) => h('li', null, icon('e'), h('div', null, h('a', { href: link('article', articles[a].path) }, apart(articles[a].path)), h('p', { dir: 'auto' }, entry(f, a).r)))))) : null;
};

const fixed = () => {
  if (!since || (state.change && state.change !== 'F')) return null;
  const list = since.fixed.filter(([a, f, was]) => inSpec(f) && matches(facts[f].label, title(a), articles[a].path, was));
  if (!list.length && !(state.change === 'F' && since.gone.length)) return null;
  return h('section', { class: 'group', id: 'fixed' }, h('h2', null, 'Fixed since last time ', h('span', { class: 'n' }, String(list.length))),
    h('p', null, 'These failed then and pass now.'),
    h('ul', { class: 'rows' }, list.slice(0, 500).map(([a, f, was]) => h('li', null, icon(DATA.grid[a][f]), h('div', null,
      h('a', { href: link('article', articles[a].path, { at: facts[f].id }) }, facts[f].label, ' in ', apart(title(a))),
      h('p', null, was ? ['said ', apart(`“${was}”`)] : 'did not say it', articles[a].was ? ', and the article has been changed since' : ', and the article is the same: the spec or the program has changed'))))),
    list.length > 500 && h('p', null, `${list.length - 500} more are not shown.`),
    since.gone.length ? h('details', { class: 'more' }, h('summary', null, `${plural(since.gone.length, 'finding')} of facts or articles that are no longer checked`),
      h('ul', null, since.gone.map(([fact, article, was]) => h('li', null, apart(`${fact} in ${article}${was ? `: “${was}”` : ''}`))))) : null);
};

const problems = () => {
  const list = DATA.problems.filter((each) => matches(each.message, each.path));
  return list.length && !state.change && !state.verdicts.size ? h('section', { class: 'group', id: 'problems' },
    h('h2', null, 'About the specs and the run ', h('span', { class: 'n' }, String(list.length))), h('p', null, 'For whoever looks after the specs.'),
    h('ul', { class: 'rows' }, list.map((each) => h('li', null, pill(each.warning ? 'warn' : 'fail', each.warning ? 'Warning' : 'Problem'), h('div', null,
      h('p', { dir: 'auto' }, sought(each.message), each.help ? ` (${each.help})` : ''),
      h('p', { class: 'where' }, h('code', null, each.path ? `${each.path}:${each.line}:${each.column}` : '', ` [${each.code}]`))))))) : null;
};

const LEFT = {
  articles: (n) => `${plural(n, 'article')} in all`,
  failing: (n) => `${plural(n, 'article')} with something to check`,
  texts: (n) => `the text of ${plural(n, 'article')}`,
  details: (n) => `the places and reasons of ${plural(n, 'article')} with something to check`,
  why: (n) => `the reasons of findings that pass in ${plural(n, 'article')}`,
};
export const leftOut = () => (DATA.left && Object.keys(DATA.left).length ? h('p', { class: 'left', role: 'note' },
  h('strong', null, 'Left out to keep this file small: '), Object.entries(DATA.left).map(([name, n]) => LEFT[name](n)).join('; '),
  '. What matters least was left out first; `factspec check --output-format json` holds everything.') : null);

const glance = () => {
  const ranked = articles.map((_, a) => [failingIn(a), a]).sort((x, y) => y[0] - x[0] || Number(Boolean(articles[y[1]].draft)) - Number(Boolean(articles[x[1]].draft)) || x[1] - y[1]);
  const shown = LETTERS.filter((each) => totals[each]);
  return h('aside', { class: 'side', 'aria-label': 'At a glance' },
    h('div', { class: 'box' }, h('h3', null, total === 1 ? 'One pair of fact and article' : `All ${plural(total, 'pair')} of fact and article`), bar(totals, 'bar'),
      h('div', { class: 'sum' }, shown.map((each) => h('div', null, verdict(each), h('span', { class: 'num' }, totals[each].toLocaleString('en-GB')))))),
    h('div', { class: 'box' }, h('h3', null, 'To correct, by article'),
      h('ul', { class: 'alist' }, ranked.slice(0, LISTED).map(([n, a]) => h('li', null, h('a', { href: link('article', articles[a].path, { v: '' }) },
        h('span', null, apart(title(a)), ' ', articles[a].draft && pill('draft', 'Draft'), h('small', null, when(a))),
        h('span', { class: `cnt${n ? '' : ' zero'}` }, articles[a].unread ? 'not read' : n || 'none'))))),
      ranked.length > LISTED && h('p', null, h('a', { href: link('articles') }, `All ${plural(articles.length, 'article')}`))));
};

export const check = () => {
  const bad = pairs('ecm'), look = pairs('ecmvwbt').filter(fits);
  const view = { count: 0, parts: [] };
  const draft = ({ a }) => Boolean(articles[a].draft);
  const drafts = look.filter((each) => draft(each) && 'cmv'.includes(each.c)), rest = look.filter((each) => !draft(each));
  const due = [...new Set(drafts.map(({ a }) => articles[a].at).filter(Boolean))].sort()[0];
  const of = (c) => rest.filter((each) => each.c === c);
  const counts = tally(pairs('ecmvwbt').map(({ c }) => c));
  const only = state.change && state.change !== 'N' && state.change !== 'U' && state.change !== 'C';
  const sections = only ? [] : [
    group('Before publication', due ? `In drafts. Fix these before they run; the first is for ${moment(due, true)}.` : 'In drafts. Fix these before they run.', drafts, view),
    group('Already published', 'Somebody should decide: correct, ask for a correction, or waive.', of('c'), view),
    group('Required, but missing', 'The spec wants each of these facts in every article.', of('m'), view),
    unread(look.filter((each) => each.c === 'e')),
    group('Vague', 'Compatible with the spec, but weaker. Nobody has to act.', of('v'), view),
    group('Waived', 'Accepted by a person. Listed here until the waiver runs out.', look.filter((each) => each.c === 'w'), view),
    state.verdicts.has('b') ? group('In the baseline', 'Failed when the baseline was written and is accepted until somebody mends it.', look.filter((each) => each.c === 'b'), view) : null,
    state.verdicts.has('t') || state.q ? group('Right at the time', 'An older value, right when the article appeared. Nobody has to act.', look.filter((each) => each.c === 't'), view) : null,
  ];
  const body = [...sections, fixed(), state.change ? null : problems()].filter(Boolean);
  const element = h('div', null, h('h2', { class: 'vh', tabindex: -1 }, 'To check'), h('div', { class: 'two' }, h('div', null,
    h('p', { class: 'lede' }, lede(bad)), leftOut(), sinceLast(bad),
    h('div', { class: 'filters', role: 'group', 'aria-label': 'Show only' }, chips(counts, [...'ecmvwbt'])),
    body.length ? body : empty(state.q || state.verdicts.size || state.change ? 'Nothing here fits the search or the filters.' : 'Nothing to check.')), glance()));
  return {
    element,
    count: view.count,
    reveal: (i) => { const part = view.parts.findLast((each) => each.first <= i); return part && part.list.reveal(i - part.first); },
  };
};
