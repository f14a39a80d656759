/* The frame: which view is shown, what keys and buttons do, and what the printer gets. */

import { all, h, one, say } from './dom.js';
import { DATA, LETTERS, VERDICTS, articleNamed, articles, entry, facts, totals, unreadArticles } from './model.js';
import { verdict } from './marks.js';
import { dropLists, rollLists, unrollLists } from './lists.js';
import { changeText, copyAll, copyText, toast } from './copying.js';
import { here, link, parse, state } from './state.js';
import { check } from './check.js';
import { matrix } from './matrix.js';
import { fact, factList } from './facts.js';
import { articleList } from './articles.js';
import { article, goTo } from './article.js';
import { correctionSheet } from './sheet.js';

/* An article with a button for all that is to be changed in it. */
const oneArticle = () => {
  const view = article(state.id),
    a = articleNamed(state.id),
    button = a === undefined ? null : copyAll(a);
  const head = one('.notes-h', view.element),
    notes = one('.notes', view.element),
    box = button && h('div', { class: 'tocopy' }, button);
  if (box && head) head.append(box);
  else if (box && notes) notes.prepend(box);
  return view;
};
const VIEW = { check, matrix, facts: factList, articles: articleList, fact: () => fact(state.id), article: oneArticle };
const TABS = [
  ['check', 'To check', (totals.c || 0) + (totals.m || 0) + unreadArticles, 'bad'],
  ['matrix', 'Matrix'],
  ['facts', 'Facts', facts.length],
  ['articles', 'Articles', articles.length],
];
const PRINTED = 400; // items of a list
const main = one('#main'),
  search = one('#q'),
  help = one('#help');
let shown = null,
  before = null,
  current = -1;

const specs = () =>
  DATA.specs.length < 2
    ? null
    : h(
        'label',
        { class: 'specs' },
        'Spec ',
        h(
          'select',
          { id: 'spec' },
          h('option', { value: '' }, `all ${DATA.specs.length}`),
          DATA.specs.map((each, i) => h('option', { value: i, selected: i === state.spec }, each.event || each.path)),
        ),
      );

const tabs = () => {
  const active = { fact: 'facts', article: 'articles' }[state.view] || state.view;
  one('#tabs').replaceChildren(
    ...TABS.map(([view, name, count, kind]) =>
      h(
        'a',
        { href: link(view, '', { v: '' }), 'aria-current': view === active ? 'page' : null },
        name,
        count != null && h('span', { class: `n ${count ? kind || '' : ''}` }, count.toLocaleString('en-GB')),
      ),
    ),
    ...[specs()].filter(Boolean),
  );
};

const render = (focus = true) => {
  parse();
  dropLists();
  shown = VIEW[state.view]();
  main.replaceChildren(shown.element);
  tabs();
  if (search !== document.activeElement) search.value = state.q;
  const head = one('h2', main);
  document.title = `${head ? `${head.textContent.trim()} - ` : ''}Fact report: ${DATA.title}`;
  const cell = one('.matrix .cell', main);
  if (cell) cell.tabIndex = 0;
  const now = `${state.view}/${state.id}`;
  current = -1;
  if (before !== null && before !== now && focus) {
    scrollTo(0, 0);
    if (head) head.focus({ preventScroll: true });
  }
  before = now;
  if (state.at && shown.at) light(shown.at(state.at), before !== null);
};

const light = (element) => {
  if (!element) return;
  if (!element.closest('.paper') && !element.closest('.notes')) {
    for (const each of all('.on', main)) each.classList.remove('on');
    element.classList.add('on');
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
};

const step = (by) => {
  if (!shown.count) {
    say('Nothing to go to.');
    return;
  }
  current = (current + by + shown.count) % shown.count;
  if (current < 0) current = shown.count - 1;
  const element = shown.reveal(current);
  light(element);
  requestAnimationFrame(() => {
    if (element && element.isConnected) element.scrollIntoView({ block: 'center' });
  });
  say(`${current + 1} of ${shown.count}`);
};

/* At once, not when the browser comes round to it: the next key may be typed already. */
const go = (address) => {
  history.pushState(null, '', address);
  render();
};
const goBeside = (name) => {
  const to = one(`[data-${name}]`, main);
  if (to) go(to.getAttribute('href'));
};
const replaced = (address) => {
  history.replaceState(null, '', address);
  render(false);
};

const pressed = (event) => {
  const { target } = event,
    at = (selector) => target.closest(selector);
  if (at('[data-verdict]')) {
    const name = at('[data-verdict]').dataset.verdict;
    if (state.verdicts.has(name)) state.verdicts.delete(name);
    else state.verdicts.add(name);
    replaced(here({ from: '' }));
    const again = one(`[data-verdict="${name}"]`, main);
    if (again) again.focus();
    say(`${state.verdicts.size ? 'Filtered' : 'Not filtered'}: ${shown.findings ?? shown.count} findings`);
  } else if (at('[data-change]')) {
    const kind = at('[data-change]').dataset.change;
    replaced(here({ change: state.change === kind ? '' : kind }));
    const again = one(`[data-change="${kind}"]`, main);
    if (again) again.focus();
  } else if (at('[data-clear]')) {
    state.verdicts.clear();
    state.q = '';
    state.change = '';
    search.value = '';
    replaced(here({ from: '' }));
    one('h2', main).focus();
  } else if (at('[data-copy]')) copyText(at('[data-copy]').dataset.copy, at('[data-copy]').dataset.copies || 'correction');
  else if (at('[data-goto]') && !at('details') && !at('a')) light(goTo(Number(at('[data-goto]').dataset.goto), main));
};

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const moved = (event) => {
  const to = shown.move && shown.move(event.target, ...ARROWS[event.key]);
  if (!to) return;
  event.preventDefault();
  event.target.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
};

const root = document.documentElement,
  dark = matchMedia('(prefers-color-scheme: dark)');
const theme = () => {
  const now = root.dataset.theme || (dark.matches ? 'dark' : 'light');
  root.dataset.theme = now === 'dark' ? 'light' : 'dark';
  say(`${root.dataset.theme} colours`);
};
/* The correction of the finding that is lit, or else the change, be there a button for it or not. */
const copyLit = () => {
  const lit = one('.card.on, .note.on', main);
  if (!lit) {
    toast('Nothing to copy: go to a finding first, with j or k.');
    return;
  }
  const button = one('[data-copies=correction]', lit) || one('[data-copies=change]', lit);
  const f = Number(lit.dataset.goto),
    a = lit.matches('.note') ? articleNamed(state.id) : undefined;
  const { k } = a === undefined ? {} : entry(f, a),
    text = a === undefined ? '' : changeText(f, a);
  if (button) copyText(button.dataset.copy, button.dataset.copies);
  else if (k && text && !articles[a].draft) copyText(k, 'correction');
  else if (text) copyText(text, 'change');
  else toast('Nothing to copy here: this finding asks for no change.');
};

const KEYS = {
  '/': () => search.focus(),
  '?': () => help.showModal(),
  j: () => step(1),
  k: () => step(current < 0 ? 0 : -1),
  t: theme,
  c: copyLit,
  p: () => print(),
  '[': () => goBeside('prev'),
  ']': () => goBeside('next'),
  ...Object.fromEntries(TABS.map(([view], i) => [i + 1, () => go(link(view, '', { v: '' }))])),
};

const typed = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target, key } = event,
    typing = target.matches('input[type=search], select, textarea');
  if (key === 'Escape' && target === search) {
    search.value = '';
    search.dispatchEvent(new Event('input'));
    search.blur();
    return;
  }
  if (key === 'Enter' && target.matches('.card')) {
    const to = one('.does a, .gaps a', target);
    if (to) go(to.getAttribute('href'));
    return;
  }
  if (target.matches('.matrix a') && ARROWS[key]) {
    moved(event);
    return;
  }
  if (typing || !one('#keys-on').checked || help.open || !KEYS[key]) return;
  event.preventDefault();
  KEYS[key]();
};

let waiting = 0;
const searched = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    state.q = search.value.trim();
    replaced(here({ from: '' }));
    say(`${shown.findings ?? shown.count} findings`);
  }, 120);
};

const beforePrint = () => {
  if (state.view === 'check') main.prepend(correctionSheet(PRINTED));
  unrollLists(PRINTED);
  for (const each of all('details', main)) {
    each.dataset.was = each.open;
    each.open = true;
  }
};
const afterPrint = () => {
  for (const each of all('.sheet', main)) each.remove();
  for (const each of all('details', main)) each.open = each.dataset.was === 'true';
  rollLists();
};

one('.tools').hidden = false;
one('#legend').replaceChildren(
  ...LETTERS.filter((each) => totals[each] || 'csn'.includes(each)).map((each) =>
    h('div', null, h('dt', null, verdict(each)), h('dd', null, VERDICTS[each][2])),
  ),
);
one('#theme').addEventListener('click', theme);
one('#print').addEventListener('click', () => print());
one('#help-button').addEventListener('click', () => help.showModal());
search.addEventListener('input', searched);
document.addEventListener('click', pressed);
document.addEventListener('keydown', typed);
document.addEventListener('change', (event) => {
  if (event.target.id === 'spec') {
    state.spec = event.target.value === '' ? -1 : Number(event.target.value);
    replaced(here({ from: '' }));
    one('#spec').focus();
  }
});
addEventListener('hashchange', () => render());
addEventListener('beforeprint', beforePrint);
addEventListener('afterprint', afterPrint);
render();
