/* Verdicts as everybody can tell them apart: by colour, by shape and by word. */

import { h, svg, unseen } from './dom.js';
import { LETTERS, articles, className, plural, word, wrongIn } from './model.js';
import { state } from './state.js';

const SHAPES = {
  e: ['path', 'M6 2.2v4.6M6 9.4v.2'],
  c: ['path', 'M2.8 2.8l6.4 6.4M9.2 2.8 2.8 9.2'],
  m: ['path', 'M6 2.4v7.2M2.4 6h7.2'],
  v: ['path', 'M2 7.2c1.3-2.6 2.7-2.6 4-1.2s2.7 1.4 4-1.2'],
  w: ['path', 'M3 10.8V1.6h6.2L7.4 4.2l1.8 2.6H3'],
  b: ['path', 'M3.4 1.8h5.2v8.4L6 7.8l-2.6 2.4z'],
  t: ['path', 'M6 1.7a4.3 4.3 0 1 0 .01 0M6 3.6V6l1.7 1.2'],
  s: ['path', 'M2.5 6.6 5 9.1l4.6-6'],
  n: ['path', 'M3.2 6h5.6'],
  a: ['path', 'M6 3v.2M6 5.9v.2M6 8.8v.2'],
  u: ['path', 'M3.4 3.4h5.2v5.2H3.4z'],
};

export const icon = (letter) =>
  h(
    'span',
    { class: `ic ${className(letter)}`, 'aria-hidden': 'true' },
    SHAPES[letter] &&
      svg(
        'svg',
        {
          viewBox: '0 0 12 12',
          fill: 'none',
          stroke: 'currentColor',
          'stroke-width': 1.9,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
        svg(SHAPES[letter][0], { d: SHAPES[letter][1] }),
      ),
  );

export const verdict = (letter) => h('span', { class: `v ${className(letter)}` }, icon(letter), word(letter));

/* The text with what was searched for marked; a list of nodes. */
export const sought = (text) => {
  const source = String(text ?? '');
  if (!state.q) return [source];
  const low = source.toLowerCase(),
    q = state.q.toLowerCase(),
    nodes = [];
  if (low.length !== source.length) return [source]; // folding changed the length: positions would be wrong
  let at = 0;
  for (let next = low.indexOf(q); next >= 0; next = low.indexOf(q, at)) {
    nodes.push(source.slice(at, next), h('mark', { class: 'q' }, source.slice(next, next + q.length)));
    at = next + q.length;
  }
  return [...nodes, source.slice(at)];
};

export const evidence = (letter, text, extra = {}) =>
  h('mark', { class: className(letter), ...extra }, unseen(`[${word(letter)}: `), sought(text), unseen(']'));

export const bar = (counts, name) => {
  const sum = LETTERS.reduce((so, each) => so + (counts[each] || 0), 0) || 1;
  const said = LETTERS.filter((each) => counts[each])
    .map((each) => `${counts[each]} ${word(each).toLowerCase()}`)
    .join(', ');
  let x = 0;
  const parts = LETTERS.filter((each) => counts[each]).map((each) => {
    const width = (100 * counts[each]) / sum;
    x += width;
    return svg('rect', { class: `fill-${className(each)}`, x: x - width, width, height: 10 });
  });
  return svg(
    'svg',
    { class: name, viewBox: '0 0 100 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': said || 'nothing' },
    parts,
  );
};

export const chip = (letter, count) =>
  h(
    'button',
    {
      type: 'button',
      class: `chip ${className(letter)}`,
      'data-verdict': letter,
      'aria-pressed': String(state.verdicts.has(letter)),
    },
    icon(letter),
    `${word(letter)} `,
    h('span', { class: 'num' }, count.toLocaleString('en-GB')),
  );

export const chips = (counts, letters = LETTERS) => [
  ...letters.filter((each) => counts[each] || state.verdicts.has(each)).map((each) => chip(each, counts[each] || 0)),
  state.verdicts.size || state.q || state.change
    ? h('button', { type: 'button', class: 'chip plain-chip', 'data-clear': true }, 'Show all')
    : null,
];

export const pill = (name, text) => h('span', { class: `pill ${name}` }, text);
export const empty = (text) => h('p', { class: 'empty' }, text);

/* The two numbers of an article: what it contradicts, and what it leaves out. */
export const score = (a) => {
  const { c, m } = wrongIn(a);
  if (articles[a].unread) return h('span', { class: 'score' }, verdict('e'));
  if (!c && !m) return h('span', { class: 'score zero' }, 'none', unseen(' to correct'));
  return h(
    'span',
    { class: 'score' },
    c
      ? h(
          'span',
          { class: 'v contradicted', title: plural(c, 'contradiction') },
          icon('c'),
          c.toLocaleString('en-GB'),
          unseen(c === 1 ? ' contradiction' : ' contradictions'),
        )
      : null,
    c && m ? h('span', { class: 'vh' }, ', ') : null,
    m
      ? h(
          'span',
          { class: 'v missing', title: `${m.toLocaleString('en-GB')} left out` },
          icon('m'),
          m.toLocaleString('en-GB'),
          unseen(' left out'),
        )
      : null,
  );
};
