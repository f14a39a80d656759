/* To check: what somebody has to decide, drafts first and the most serious first, and what has changed since last time. */

import { apart, h } from './dom.js';
import {
  DATA,
  LETTERS,
  articles,
  change,
  entry,
  facts,
  gravestFirst,
  moment,
  plural,
  since,
  tally,
  title,
  total,
  totals,
  when,
} from './model.js';
import { bar, chips, empty, icon, pill, score, sought, verdict } from './marks.js';
import { CHANGES, card, gap, holdsSearch } from './card.js';
import { articlesWith } from './articles.js';
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
  return list.sort(
    (x, y) =>
      LETTERS.indexOf(x.c) - LETTERS.indexOf(y.c) ||
      (facts[x.f].weight || 0) - (facts[y.f].weight || 0) ||
      x.a - y.a ||
      x.f - y.f,
  );
};

const changedAs = (kind) => !state.change || kind === state.change;

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const inWords = (n) => SMALL[n] || n.toLocaleString('en-GB');

/* What is wrong, in a few sentences: contradictions first, since they can mislead; then what is left out. */
const lede = (bad) => {
  const wrong = bad.filter(({ c }) => c === 'c'),
    gaps = bad.filter(({ c }) => c === 'm'),
    left = gaps.length,
    unread = new Set(bad.filter(({ c }) => c === 'e').map(({ a }) => a)).size;
  const early = wrong.filter(({ a }) => articles[a].draft),
    drafts = new Set(early.map(({ a }) => a)).size;
  if (!bad.length) return 'Nothing contradicts the spec, and nothing that is required is left out.';
  return [
    wrong.length
      ? `${plural(wrong.length, 'contradiction')} in ${new Set(wrong.map(({ a }) => a)).size} of ${plural(articles.length, 'article')}.`
      : 'Nothing contradicts the spec.',
    early.length &&
      `${early.length === wrong.length ? `${early.length === 1 ? 'It is' : 'All are'}` : `${inWords(early.length)} ${early.length === 1 ? 'is' : 'are'}`} in ${drafts === 1 ? 'a draft' : plural(drafts, 'draft')} and can still be fixed before ${drafts === 1 ? 'it runs' : 'they run'}.`,
    left &&
      `${plural(new Set(gaps.map(({ f }) => f)).size, 'required fact is', 'required facts are')} left out${left > 1 ? `, ${left.toLocaleString('en-GB')} times in ${plural(new Set(gaps.map(({ a }) => a)).size, 'article')}` : ''}.`,
    unread && `${plural(unread, 'article')} could not be read.`,
  ]
    .filter(Boolean)
    .join(' ');
};

const sinceLast = (counts) => {
  if (!since) return null;
  const button = (kind) =>
    h(
      'button',
      {
        type: 'button',
        class: `chip change change-${kind}`,
        'data-change': kind,
        'aria-pressed': String(state.change === kind),
        disabled: !counts[kind] && state.change !== kind && !(kind === 'F' && since.gone.length),
      },
      `${CHANGES[kind]} `,
      h('span', { class: 'num' }, (counts[kind] || 0).toLocaleString('en-GB')),
    );
  const file = h('code', null, since.name);
  return h(
    'div',
    { class: 'filters since', role: 'group', 'aria-label': 'Changes since last time' },
    h('span', null, since.made ? [`Since the report of ${since.made} (`, file, ')'] : ['Since ', file]),
    ['N', 'C', 'U', 'F'].map(button),
  );
};

/* What an article leaves out stands with what others do: an item for a fact, at the place of the first. */
const folded = (list) => {
  const gaps = new Map(),
    items = [];
  for (const each of list) {
    const known = each.c === 'm' && gaps.get(each.f);
    if (known) {
      known.all.push(each.a);
      continue;
    }
    const item = { ...each, all: [each.a] };
    items.push(item);
    if (each.c === 'm') gaps.set(each.f, item);
  }
  return items;
};

const group = (name, text, list, view) => {
  if (!list.length) return null;
  const items = folded(list),
    these = items.slice(0, MOST);
  const cards = longList(
    these,
    ({ f, a, all }, i) => (all.length > 1 ? gap(f, all, i + 1, these.length) : card(f, a, i + 1, these.length)),
    { estimate: 260 },
  );
  const first = view.count;
  view.count += these.length;
  view.findings += list.length;
  view.parts.push({ first, list: cards });
  return h(
    'section',
    { class: 'group' },
    h('h2', null, name, ' ', h('span', { class: 'n' }, list.length.toLocaleString('en-GB'))),
    h('p', null, text),
    h('div', { role: 'feed', 'aria-label': name }, cards.boxes),
    items.length > MOST
      ? h('p', null, `${plural(items.length - MOST, 'more finding')} of this section: narrow it by a search or in the matrix.`)
      : null,
  );
};

const unread = (list) => {
  const those = [...new Map(list.map((each) => [each.a, each])).values()];
  return those.length
    ? h(
        'section',
        { class: 'group' },
        h('h2', null, 'Could not be read ', h('span', { class: 'n' }, String(those.length))),
        h('p', null, 'Nothing is known of these articles; they agree with nothing and contradict nothing.'),
        h(
          'ul',
          { class: 'rows' },
          those
            .slice(0, 500)
            .map(({ f, a }) =>
              h(
                'li',
                null,
                icon('e'),
                h(
                  'div',
                  null,
                  h('a', { href: link('article', articles[a].path) }, apart(articles[a].path)),
                  h('p', { dir: 'auto' }, entry(f, a).r),
                ),
              ),
            ),
        ),
      )
    : null;
};

const mended = () =>
  since ? since.fixed.filter(([a, f, was]) => inSpec(f) && matches(facts[f].label, title(a), articles[a].path, was)) : [];

const fixed = () => {
  if (!since || !changedAs('F')) return null;
  const list = mended().filter(([a, f]) => wanted(DATA.grid[a][f]));
  if (!list.length && !(state.change === 'F' && since.gone.length && !state.verdicts.size)) return null;
  return h(
    'section',
    { class: 'group', id: 'fixed' },
    h('h2', null, 'Fixed since last time ', h('span', { class: 'n' }, String(list.length))),
    h('p', null, 'These failed then and pass now.'),
    h(
      'ul',
      { class: 'rows' },
      list
        .slice(0, 500)
        .map(([a, f, was]) =>
          h(
            'li',
            null,
            icon(DATA.grid[a][f]),
            h(
              'div',
              null,
              h('a', { href: link('article', articles[a].path, { at: facts[f].id }) }, facts[f].label, ' in ', apart(title(a))),
              h(
                'p',
                null,
                was ? ['said ', apart(`“${was}”`)] : 'did not say it',
                articles[a].was
                  ? ', and the article has been changed since'
                  : ', and the article is the same: the spec or the program has changed',
              ),
            ),
          ),
        ),
    ),
    list.length > 500 && h('p', null, `${list.length - 500} more are not shown.`),
    since.gone.length
      ? h(
          'details',
          { class: 'more' },
          h('summary', null, `${plural(since.gone.length, 'finding')} of facts or articles that are no longer checked`),
          h(
            'ul',
            null,
            since.gone.map(([fact, article, was]) => h('li', null, apart(`${fact} in ${article}${was ? `: “${was}”` : ''}`))),
          ),
        )
      : null,
  );
};

const smallPrint = (each) =>
  h('p', { class: 'small' }, h('code', null, `${each.path ? `${each.path}:${each.line}:${each.column} ` : ''}[${each.code}]`));

/* What is to be said of waivers, in the words of somebody who keeps no spec. */
const ENDED = { FS201: 'has ended', FS203: 'ends soon' };
const waiverSaid = (each) => {
  if (!each.waiver) return [h('p', { dir: 'auto' }, sought(each.message), each.help && ` (${each.help})`)];
  const [fact, article, by, until, reason] = each.waiver,
    needed = !each.help.includes('no longer needed');
  return [
    h(
      'p',
      null,
      'The waiver of ',
      h('strong', null, apart(sought(fact))),
      ' in ',
      apart(sought(article)),
      ` ${ENDED[each.code] || 'is for nothing'}. `,
      {
        FS201: needed
          ? 'The finding counts again: correct the article, or have the waiver renewed.'
          : 'It is no longer needed and can be taken out of the spec.',
        FS202: each.message.includes('passes without it')
          ? 'The article is right without it, so it can be taken out of the spec.'
          : 'The spec has no such fact or article; it should be mended or taken out.',
        FS203: 'Then the finding counts again.',
      }[each.code] || apart(each.message),
    ),
    h('p', null, 'Accepted by ', apart(by), ` until ${moment(until, true)}: `, apart(reason.replace(/\.$/, '')), '.'),
  ];
};
const ofWaivers = (each) => each.code.startsWith('FS2');

const waivers = () => {
  const list = DATA.problems.filter((each) => ofWaivers(each) && matches(each.message, each.path, ...(each.waiver || [])));
  return list.length && !state.change && wanted('w')
    ? h(
        'section',
        { class: 'group', id: 'waivers' },
        h('h2', null, 'Waivers to look at ', h('span', { class: 'n' }, String(list.length))),
        h('p', null, totals.w ? '' : 'Nothing is accepted by a waiver today. ', 'For whoever looks after the specs:'),
        h(
          'ul',
          { class: 'rows' },
          list.map((each) =>
            h(
              'li',
              null,
              pill('warn', { FS201: 'Ended', FS203: 'Ends soon' }[each.code] || 'No longer needed'),
              h('div', null, waiverSaid(each), smallPrint(each)),
            ),
          ),
        ),
      )
    : null;
};

const problems = () => {
  const list = DATA.problems.filter((each) => !ofWaivers(each) && matches(each.message, each.path));
  return list.length && !state.change && !state.verdicts.size
    ? h(
        'section',
        { class: 'group', id: 'problems' },
        h('h2', null, 'About the specs and the run ', h('span', { class: 'n' }, String(list.length))),
        h('p', null, 'For whoever looks after the specs.'),
        h(
          'ul',
          { class: 'rows' },
          list.map((each) =>
            h(
              'li',
              null,
              pill(each.warning ? 'warn' : 'fail', each.warning ? 'Warning' : 'Problem'),
              h('div', null, h('p', { dir: 'auto' }, sought(each.message), each.help ? ` (${each.help})` : ''), smallPrint(each)),
            ),
          ),
        ),
      )
    : null;
};

const LEFT = {
  articles: (n) => `${plural(n, 'article')} in all`,
  failing: (n) => `${plural(n, 'article')} with something to check`,
  texts: (n) => `the text of ${plural(n, 'article')}`,
  details: (n) => `the places and reasons of ${plural(n, 'article')} with something to check`,
  why: (n) => `the reasons of findings that pass in ${plural(n, 'article')}`,
};
export const leftOut = () =>
  DATA.left && Object.keys(DATA.left).length
    ? h(
        'p',
        { class: 'left', role: 'note' },
        h('strong', null, 'Not in this file, to keep it small: '),
        Object.entries(DATA.left)
          .map(([name, n]) => LEFT[name](n))
          .join('; '),
        '. What matters least was dropped first; `factspec check --output-format json` holds everything.',
      )
    : null;

const glance = () => {
  const shown = LETTERS.filter((each) => totals[each]);
  return h(
    'aside',
    { class: 'side', 'aria-label': 'At a glance' },
    h(
      'div',
      { class: 'box' },
      h('h3', null, total === 1 ? 'One pair of fact and article' : `All ${plural(total, 'pair')} of fact and article`),
      bar(totals, 'bar'),
      h(
        'div',
        { class: 'sum' },
        shown.map((each) => h('div', null, verdict(each), h('span', { class: 'num' }, totals[each].toLocaleString('en-GB')))),
      ),
    ),
    h(
      'div',
      { class: 'box' },
      h('h3', null, 'To correct, by article'),
      h(
        'ul',
        { class: 'alist' },
        gravestFirst()
          .slice(0, LISTED)
          .map((a) =>
            h(
              'li',
              null,
              h(
                'a',
                { href: link('article', articles[a].path, { v: '' }) },
                h('span', null, apart(title(a)), ' ', articles[a].draft && pill('draft', 'Draft'), h('small', null, when(a))),
                score(a),
              ),
            ),
          ),
      ),
      articles.length > LISTED && h('p', null, h('a', { href: link('articles') }, `All ${plural(articles.length, 'article')}`)),
    ),
  );
};

/* What is said where nothing is shown; what was searched for may stand in articles all the same. */
const nothing = (any) => {
  if (!state.q || any)
    return empty(
      state.q || state.verdicts.size || state.change ? 'Nothing here fits the search or the filters.' : 'Nothing to check.',
    );
  const others = articlesWith().length;
  return h(
    'p',
    { class: 'empty' },
    'Nothing to check has ',
    apart(`“${state.q}”`),
    others
      ? [
          `; ${plural(others, 'article does', 'articles do')}: `,
          h('a', { href: link('articles', '', { v: '' }) }, others === 1 ? 'show it' : 'show them'),
        ]
      : ', and no article does.',
  );
};

export const check = () => {
  const bad = pairs('ecm'),
    sound = pairs('ecmvwbt').filter(({ f, a }) => holdsSearch(f, a)),
    look = sound.filter(({ f, a, c }) => wanted(c) && changedAs(change(f, a)));
  const view = { count: 0, findings: 0, parts: [] };
  const draft = ({ a }) => Boolean(articles[a].draft);
  const drafts = look.filter((each) => draft(each) && 'cmv'.includes(each.c)),
    rest = look.filter((each) => !draft(each));
  const due = [...new Set(drafts.map(({ a }) => articles[a].at).filter(Boolean))].sort()[0];
  const of = (c) => rest.filter((each) => each.c === c);
  const now = mended();
  const counts = tally(
    state.change === 'F'
      ? now.map(([a, f]) => DATA.grid[a][f])
      : sound.filter(({ f, a }) => changedAs(change(f, a))).map(({ c }) => c),
  );
  const changes = tally(sound.filter(({ c }) => wanted(c)).map(({ f, a }) => change(f, a)));
  changes.F = now.filter(([a, f]) => wanted(DATA.grid[a][f])).length;
  const only = state.change === 'F';
  const sections = only
    ? []
    : [
        group(
          'Before publication',
          due
            ? `In drafts. Fix these before they run; the first is for ${moment(due, true)}.`
            : 'In drafts. Fix these before they run.',
          drafts,
          view,
        ),
        group('Already published', 'Somebody should decide: correct, ask for a correction, or waive.', of('c'), view),
        group('Required, but left out', 'The spec wants each of these facts in every article.', of('m'), view),
        unread(look.filter((each) => each.c === 'e')),
        group('Vague', 'Compatible with the spec, but weaker. Nobody has to act.', of('v'), view),
        group(
          'Accepted by a waiver',
          'A person decided that these may stay. They are listed here until the waiver ends.',
          look.filter((each) => each.c === 'w'),
          view,
        ),
        waivers(),
        state.verdicts.has('b')
          ? group(
              'In the baseline',
              'Failed when the baseline was written and is accepted until somebody mends it.',
              look.filter((each) => each.c === 'b'),
              view,
            )
          : null,
        state.verdicts.has('t') || state.q
          ? group(
              'Right at the time',
              'An older value, right when the article appeared. Nobody has to act.',
              look.filter((each) => each.c === 't'),
              view,
            )
          : null,
      ];
  const body = [...sections, fixed(), state.change ? null : problems()].filter(Boolean);
  const element = h(
    'div',
    null,
    h('h2', { class: 'vh', tabindex: -1 }, 'To check'),
    h(
      'div',
      { class: 'two' },
      h(
        'div',
        null,
        h('p', { class: 'lede' }, lede(bad)),
        leftOut(),
        sinceLast(changes),
        h('div', { class: 'filters', role: 'group', 'aria-label': 'Show only' }, chips(counts, [...'ecmvwbt'])),
        body.length ? body : nothing(sound.length),
      ),
      glance(),
    ),
  );
  return {
    element,
    count: view.count,
    findings: view.findings,
    reveal: (i) => {
      const part = view.parts.findLast((each) => each.first <= i);
      return part && part.list.reveal(i - part.first);
    },
  };
};
