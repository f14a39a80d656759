/* One article: its text with the evidence marked, marks in the margin, a strip that shows where they are, and notes. */

import { all, apart, h, one, say, unseen } from './dom.js';
import {
  LETTERS,
  articles,
  articleNamed,
  block,
  called,
  className,
  credit,
  entry,
  factNamed,
  facts,
  letter,
  place,
  plural,
  title,
  word,
} from './model.js';
import { empty, icon, pill, sought, verdict } from './marks.js';
import { acceptance, changed, said, toDo, why } from './card.js';
import { link, noteworthy } from './state.js';

/* All evidence in the article, in the order of the text: [from, to, fact, letter]. */
const marked = (a) =>
  Object.entries(block(a).f)
    .flatMap(([f, e]) => {
      const list = [];
      for (let i = 0; i < (e.e || []).length; i += 2) list.push([e.e[i], e.e[i + 1], Number(f), letter(Number(f), a)]);
      return list;
    })
    .sort((x, y) => x[0] - y[0] || y[1] - x[1]);

const rank = (name) => LETTERS.indexOf(name);

/* A paragraph cut where a mark begins or ends; where several facts rest on the same words, the gravest gives the colour. */
const pieces = (text, start, end, marks, ids) => {
  const within = marks.filter(([from, to]) => from < end && to > start);
  const cuts = [...new Set([start, end, ...within.flatMap(([from, to]) => [Math.max(from, start), Math.min(to, end)])])].sort(
    (x, y) => x - y,
  );
  return cuts.slice(0, -1).map((from, i) => {
    const words = text.slice(from, cuts[i + 1]),
      over = within.filter((each) => each[0] <= from && each[1] >= cuts[i + 1]);
    if (!over.length) return sought(words);
    over.sort((x, y) => rank(x[3]) - rank(y[3]));
    const fresh = over.filter(([, , f]) => !ids.has(f));
    const names = over.map(([, , f, name]) => `${word(name)}, ${facts[f].label}`).join('; ');
    fresh.forEach(([, , f]) => ids.add(f));
    return h(
      'mark',
      {
        class: `${className(over[0][3])} finding`,
        tabindex: -1,
        'data-facts': over.map(([, , f]) => f).join(' '),
        'data-first': fresh.map(([, , f]) => f).join(' '),
        title: names,
      },
      fresh.length ? unseen(`[${names}: `) : null,
      sought(words),
      fresh.length ? unseen(']') : null,
    );
  });
};

const paper = (a) => {
  const { t: text, p: places } = block(a),
    marks = marked(a),
    ids = new Set(),
    paragraphs = [];
  const name = h('h2', { tabindex: -1, dir: 'auto' });
  const { v, was, path, draft } = articles[a];
  const head = [
    name,
    h(
      'p',
      { class: 'by' },
      apart(credit(a)),
      ' ',
      draft && pill('draft', 'Draft'),
      was && [' ', pill('change-C', 'changed since last time')],
      h(
        'small',
        null,
        h('code', null, path),
        v &&
          h(
            'span',
            { title: `The first ${v.length} characters of the SHA-256 of the file: another version of the text has another.` },
            ' · text version ',
            h('code', null, v),
          ),
      ),
    ),
  ];
  const headed = text != null && places.length && text.slice(places[0], places[1]).replace(/\s+/g, ' ') === articles[a].title;
  name.append(...(headed ? pieces(text, places[0], places[1], marks, ids).flat() : [title(a)]));
  if (text == null)
    return [
      ...head,
      h(
        'p',
        { class: 'empty' },
        articles[a].unread ? 'This article could not be read.' : 'The text of this article was left out to keep this file small.',
      ),
    ];
  for (let i = headed ? 3 : 0; i < places.length; i += 3) {
    const [start, end, line] = places.slice(i, i + 3);
    const letters = [...new Set(marks.filter(([from, to]) => from < end && to > start).map((each) => each[3]))]
      .filter(noteworthy)
      .sort((x, y) => rank(x) - rank(y));
    paragraphs.push(
      h(
        'div',
        { class: 'para' },
        h('span', { class: 'ln', 'aria-hidden': 'true' }, String(line)),
        h('span', { class: 'gut' }, letters.map(icon)),
        h('p', { dir: 'auto' }, pieces(text, start, end, marks, ids)),
      ),
    );
  }
  const length = Math.max(1, text.length);
  const strip = h(
    'div',
    { class: 'mapw' },
    h(
      'div',
      { class: 'map', 'aria-hidden': 'true' },
      marks.map(([from, , f, name]) => {
        const spot = h('span', { class: `spot ${className(name)}`, 'data-goto': f });
        spot.style.top = `calc(${(100 * from) / length}% - 3px)`;
        return spot;
      }),
    ),
  );
  return [...head, ...paragraphs, strip];
};

/* What to do, in the words of the cards. */
const advice = (f, a) => {
  const e = entry(f, a),
    name = letter(f, a),
    { draft } = articles[a];
  if ('wb'.includes(name)) return null;
  return [
    e.d && toDo(e.d, draft, 'act'),
    (e.h || []).map((caution) => h('p', { class: 'act' }, h('strong', null, 'Look first: '), caution)),
    e.k && !draft && h('p', { class: 'act' }, h('strong', null, 'Correction to print: '), apart(e.k)),
  ];
};

const note = (f, a) => {
  const name = letter(f, a),
    fact = facts[f],
    e = entry(f, a);
  const text =
    name === 'm'
      ? e.d
        ? null
        : ['Nothing is said of it. The spec has ', h('strong', null, apart(fact.value)), '.']
      : name === 'e'
        ? [apart(e.r || '')]
        : [
            'Says ',
            h('strong', null, apart(said(f, a))),
            name === 't' ? ', which was right then. Now the spec has ' : '. The spec has ',
            h('strong', null, apart(fact.value)),
            '.',
          ];
  const copy = (words, kind, label) =>
    h('button', { type: 'button', class: 'link', 'data-copy': words, 'data-copies': kind }, label, unseen(` of ${fact.label}`));
  return h(
    'div',
    { class: `note ${className(name)}`, 'data-goto': f },
    h('div', { class: 'note-v' }, verdict(name), changed(f, a)),
    h('h3', null, e.e ? h('button', { type: 'button', class: 'cover', 'data-goto': f }, apart(fact.label)) : apart(fact.label)),
    text && h('p', null, text),
    name === 'w' && h('p', { dir: 'auto' }, acceptance(f, a)),
    advice(f, a),
    h(
      'details',
      null,
      h('summary', null, 'Why', unseen(` ${fact.label}: ${word(name).toLowerCase()}`)),
      why(f, a) || h('p', null, 'Left out to keep this file small.'),
    ),
    h(
      'p',
      { class: 'also' },
      h('a', { class: 'link', href: link('fact', fact.id, { v: '' }) }, 'Compare all articles', unseen(` on ${fact.label}`)),
      e.k && !articles[a].draft && name !== 'w' && copy(e.k, 'correction', 'Copy correction'),
      e.l && copy(place(f, a), 'place', 'Copy place'),
    ),
  );
};

const tag = (f, a) =>
  entry(f, a).e
    ? h('button', { type: 'button', class: 'tag', 'data-goto': f }, icon(letter(f, a)), apart(facts[f].label))
    : h('a', { class: 'tag', href: link('fact', facts[f].id, { v: '' }) }, icon(letter(f, a)), apart(facts[f].label));

/* Where there is no room beside the text, each note stands below the paragraph it is about. */
const narrow = matchMedia('(max-width: 1000px)');
let arrange = null;
narrow.addEventListener('change', () => {
  if (arrange) arrange();
});

export const article = (path) => {
  const a = articleNamed(path);
  if (a == null)
    return {
      element: h(
        'div',
        null,
        h('h2', { class: 'vh', tabindex: -1 }, 'No such article'),
        empty('There is no such article in this report.'),
      ),
      count: 0,
    };
  const mine = facts.map((_, f) => f).filter((f) => letter(f, a) !== '-');
  const first = (f) => (entry(f, a).e || [Infinity])[0];
  const pick = (letters) =>
    mine
      .filter((f) => letters.includes(letter(f, a)))
      .sort((x, y) => rank(letter(x, a)) - rank(letter(y, a)) || first(x) - first(y) || x - y);
  const noted = articles[a].unread ? pick('e').slice(0, 1) : pick('ecmvwbt');
  const step = (to, name) =>
    articles[to]
      ? h(
          'a',
          { href: link('article', articles[to].path, { at: '' }), title: title(to), [`data-${name}`]: true },
          `${name === 'prev' ? 'Previous' : 'Next'}: `,
          apart(called(to)),
        )
      : null;
  const section = (name, list) =>
    list.length
      ? [
          h('h3', null, `${name} `, h('span', { class: 'n' }, String(list.length))),
          h(
            'div',
            { class: 'okrow' },
            list.map((f) => tag(f, a)),
          ),
        ]
      : null;
  const page = h('article', { class: 'paper' }, paper(a)),
    notes = noted.map((f) => note(f, a)),
    list = h('div', { class: 'notes-list' });
  const wrong = noted.filter((f) => letter(f, a) === 'c').length,
    left = noted.filter((f) => letter(f, a) === 'm').length;
  const counted = [wrong && plural(wrong, 'contradicts', 'contradict'), left && `${left.toLocaleString('en-GB')} left out`]
    .filter(Boolean)
    .join(', ');
  arrange = () => {
    list.replaceChildren(...notes);
    if (!narrow.matches) return;
    for (const each of [...notes].reverse()) {
      const mark = all('mark[data-facts]', page).find((one_) => one_.dataset.facts.split(' ').includes(each.dataset.goto));
      if (mark) (mark.closest('.para') || one('.by', page)).after(each);
    }
  };
  arrange();
  const element = h(
    'div',
    null,
    h(
      'div',
      { class: 'crumbs' },
      h('a', { href: link('articles') }, 'All articles'),
      h('span', { class: 'sp' }),
      step(a - 1, 'prev'),
      step(a + 1, 'next'),
    ),
    counted &&
      h(
        'div',
        { class: 'jump' },
        h('p', null, `${counted}:`),
        h(
          'div',
          { class: 'okrow' },
          noted
            .filter((f) => 'cm'.includes(letter(f, a)))
            .map((f) => h('button', { type: 'button', class: 'tag', 'data-goto': f }, icon(letter(f, a)), apart(facts[f].label))),
        ),
      ),
    h(
      'div',
      { class: 'artv' },
      page,
      h(
        'aside',
        { class: 'notes', 'aria-label': 'Findings in this article', tabindex: 0 },
        h(
          'div',
          { class: 'notes-h' },
          h('p', null, counted || (noted.length ? 'Nothing to correct in this article.' : 'Nothing to check in this article.')),
        ),
        list,
        section('Agrees with the spec', pick('s')),
        section('Not mentioned', pick('n')),
        section('Not applicable', pick('a')),
        section('Not checked', pick('u')),
      ),
    ),
  );
  const stops = noted.filter((f) => entry(f, a).e && block(a).t != null).sort((x, y) => first(x) - first(y));
  const all_ = stops.length ? stops : pick('s').filter((f) => entry(f, a).e);
  return {
    element,
    count: all_.length,
    reveal: (i) => goTo(all_[i], element),
    at: (id) => {
      const f = factNamed(id);
      return f < 0 ? null : goTo(f, element);
    },
  };
};

/* The first words that a fact rests on, lit together with its note. */
export const goTo = (f, within = document) => {
  for (const each of all('.on', within)) each.classList.remove('on');
  for (const each of all(`.note[data-goto="${f}"]`, within)) {
    each.classList.add('on');
    each.scrollIntoView({ block: 'nearest' });
  }
  for (const each of all('mark[data-facts]', within))
    if (each.dataset.facts.split(' ').includes(String(f))) each.classList.add('on');
  const target =
    all('mark[data-first]', within).find((each) => each.dataset.first.split(' ').includes(String(f))) ||
    one('mark.on', within) ||
    one(`.note[data-goto="${f}"]`, within);
  if (target && target.matches('.note')) target.tabIndex = -1;
  if (!target) say('This fact is not in the text.');
  return target;
};
