/* A figure that evolved, drawn against the time of publication: what the spec held right, and what each article gave. */

import { apart, h, one, svg } from './dom.js';
import { articles, called, className, entry, facts, letter, moment, shortName, title, word } from './model.js';
import { link } from './state.js';

const HEIGHT = 236,
  RIGHT = 20,
  TOP = 34,
  BOTTOM = 58,
  EDGE = 34; // EDGE: what stands beside the drawing, its frame and paddings
const FEW = 12; // articles: as many must all be told apart for a scale of time, and are named below the chart
const MOST = 600;
const NEAR = 14; // pixels: marks nearer than that cannot be told apart
const NAMED = 12; // articles that are named as giving no figure

const SHAPES = {
  t: (x, y) => svg('path', { d: `M${x} ${y - 9}l9 9-9 9-9-9z` }),
  c: (x, y) =>
    svg('path', { d: `M${x - 7} ${y - 7}l14 14m0-14-14 14`, fill: 'none', 'stroke-width': 4.5, 'stroke-linecap': 'round' }),
  w: (x, y) => svg('rect', { x: x - 7, y: y - 7, width: 14, height: 14 }),
  b: (x, y) => svg('rect', { x: x - 7, y: y - 7, width: 14, height: 14 }),
  v: (x, y) => svg('path', { d: `M${x} ${y - 8}l8 15h-16z` }),
  s: (x, y) => svg('circle', { cx: x, cy: y, r: 7 }),
};

const time = (at) => Date.parse(at.length > 10 ? `${at}Z` : `${at}T12:00Z`);
const number = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/* Steps of the spec's value: since when, how much. The last is the value of today. */
const steps = (fact) => {
  const list = fact.history.filter(([, , value]) => value != null).map(([at, , value]) => ({ at, value }));
  if (fact.number != null && (!list.length || list.at(-1).value !== fact.number)) list.push({ at: '', value: fact.number });
  return list;
};

/* How wide words are, in pixels. */
let pen = null;
const wide = (text, font) => {
  pen ??= document.createElement('canvas').getContext('2d');
  pen.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width + 2;
};
const clipped = (text, font, room) => {
  if (wide(text, font) <= room) return text;
  let words = [...text];
  while (words.length > 1 && wide(`${words.join('').trimEnd()}…`, font) > room) words = words.slice(0, -1);
  return `${words.join('').trimEnd()}…`;
};

/* What is taken already; words that would stand on something are put elsewhere or left away. */
const board = (width) => {
  const taken = [];
  const free = (box) =>
    box.l >= 0 &&
    box.r <= width &&
    taken.every((each) => box.r <= each.l || box.l >= each.r || box.b <= each.t || box.t >= each.b);
  return {
    take: (box) => taken.push(box),
    /* The first of some places [x, y, anchor] where a text finds room. */
    place: (text, font, name, places) => {
      const w = wide(text, font);
      for (const [x, y, anchor] of places) {
        const l = anchor === 'end' ? x - w : anchor === 'middle' ? x - w / 2 : x,
          box = { l, r: l + w, t: y - 12, b: y + 5 };
        if (free(box)) {
          taken.push(box);
          return svg('text', { class: name, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, text);
        }
      }
      return null;
    },
  };
};

/* Where each point stands from left to right: by time where that tells them apart, else at equal distances. */
const spread = (points, left, right, y) => {
  const times = points.map((each) => (each.at ? time(each.at) : Infinity)),
    first = Math.min(...times),
    last = Math.max(...times);
  const scale = (t) => left + 16 + (right - left - 32) * ((t - first) / (last - first));
  if (last > first && last < Infinity) {
    const order = points.map((each, i) => [scale(times[i]), y(each.y)]).sort((p, q) => p[0] - q[0]);
    const merged = order.filter(
      ([x_, y_], i) => i && x_ - order[i - 1][0] < NEAR && Math.abs(y_ - order[i - 1][1]) < NEAR,
    ).length;
    if (points.length > FEW ? merged <= points.length / 5 : !merged)
      return { even: false, x: (i) => scale(times[i]), since: (at) => Math.max(left, Math.min(right, scale(time(at)))) };
  }
  const slot = (right - left) / points.length;
  return {
    even: true,
    slot,
    x: (i) => left + slot * (i + 0.5),
    since: (at) => left + slot * times.filter((each) => each < time(at)).length,
  };
};

const drawn = (fact, points, held, width) => {
  const values = [...points.map((each) => each.y), ...held.map((each) => each.value)];
  const low = Math.min(...values),
    high = Math.max(...values),
    room = (high - low || 1) * 0.12;
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low + room) / (high - low + 2 * room));
  const left = 18 + Math.max(...held.map((each) => wide(number(each.value), '13px'))),
    right = width - RIGHT;
  const { even, slot, x, since } = spread(points, left, right, y);
  const room_ = board(width);
  points.forEach((each, i) => room_.take({ l: x(i) - 9, r: x(i) + 9, t: y(each.y) - 9, b: y(each.y) + 9 }));
  const stairs = held.map((each, i) => ({ from: i ? (each.at ? since(each.at) : right) : left, level: y(each.value) }));
  stairs.forEach(({ from, level }, i) => {
    room_.take({ l: from, r: stairs[i + 1] ? stairs[i + 1].from : right, t: level - 1, b: level + 1 });
    if (i)
      room_.take({ l: from - 3, r: from + 3, t: Math.min(level, stairs[i - 1].level), b: Math.max(level, stairs[i - 1].level) });
  });
  const path = `${stairs.map(({ from, level }, i) => (i ? `H${from}V${level}` : `M${from} ${level}`)).join('')}H${right}`;
  // the value of today first: of two figures too near to one another the later one is written
  const rungs = [...new Set(held.map((each) => each.value))].reverse();
  const lines = rungs.map((value) => [
    svg('line', { x1: left, x2: right, y1: y(value), y2: y(value) }),
    room_.place(number(value), '13px', '', [[left - 10, y(value) + 4, 'end']]),
  ]);
  const wrong = points.filter((each) => each.c === 'c').length <= 20;
  const dots = points.map((each, i) =>
    svg(
      'g',
      { class: `pt ${className(each.c)}` },
      svg(
        'title',
        null,
        `${title(each.a)}, ${each.at ? moment(each.at, true) : 'date not known'}: ${number(each.y)}, ${word(each.c)}`,
      ),
      SHAPES[each.c](x(i), y(each.y)),
      each.c === 'c' &&
        wrong &&
        room_.place(number(each.y), '700 15px', 'val', [
          [x(i) + 13, y(each.y) + 5, 'start'],
          [x(i) - 13, y(each.y) + 5, 'end'],
          [x(i), y(each.y) - 13, 'middle'],
          [x(i), y(each.y) + 23, 'middle'],
        ]),
    ),
  );
  const labels = held.map((each, i) => {
    const text = `spec: ${number(each.value)}${each.at ? ` from ${moment(each.at)}` : ''}`,
      { from, level } = stairs[i];
    return room_.place(text, 'italic 13px', 'spect', [
      [from + 6, level - 8, 'start'],
      [from + 6, level - 15, 'start'],
      [from + 6, level + 19, 'start'],
      [from - 6, level - 8, 'end'],
    ]);
  });
  // below: what contradicts, the first and the last are named before the rest
  const rank = (i) => (points[i].c === 'c' ? 0 : i === 0 || i === points.length - 1 ? 1 : 2);
  const share = Math.min(170, Math.max(84, even ? slot - 10 : 120));
  const names =
    points.length > FEW
      ? []
      : points
          .map((_, i) => i)
          .sort((p, q) => rank(p) - rank(q) || p - q)
          .map((i) => {
            const { a, at } = points[i],
              name = clipped(shortName(a), '600 13px', share),
              day = articles[a].draft ? 'draft' : at ? moment(at) : 'date not known';
            const half = Math.max(wide(name, '600 13px'), wide(day, '13px')) / 2,
              middle = Math.max(half, Math.min(width - half, x(i)));
            const head = room_.place(name, '600 13px', 'xl', [[middle, HEIGHT - 28, 'middle']]);
            return head && [head, room_.place(day, '13px', 'xs', [[middle, HEIGHT - 10, 'middle']])];
          });
  const dated = points.filter((each) => each.at);
  const ends =
    points.length > FEW
      ? [
          svg('text', { class: 'xs', x: left, y: HEIGHT - 10 }, moment(dated[0].at, true)),
          svg('text', { class: 'xs', x: right, y: HEIGHT - 10, 'text-anchor': 'end' }, moment(dated.at(-1).at, true)),
        ]
      : [];
  return {
    even,
    picture: svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${HEIGHT}`,
        role: 'img',
        'aria-label': `Figures given by ${points.length} articles by time of publication, from ${number(low)} to ${number(high)}; the table below holds the same.`,
      },
      svg('g', { class: 'gl' }, lines),
      svg('path', { class: 'specline', d: path }),
      labels,
      dots,
      names,
      ends,
    ),
  };
};

const LEGEND = {
  s: '● agrees',
  t: '◆ right at the time',
  c: '✕ contradicts',
  v: '▲ vague',
  w: '■ waived',
  b: '■ in the baseline',
};

const silent = (f) => {
  const list = articles.map((_, a) => a).filter((a) => SHAPES[letter(f, a)] && entry(f, a).n == null);
  if (!list.length) return null;
  return h(
    'p',
    { class: 'apart' },
    'Not in the chart: ',
    list
      .slice(0, NAMED)
      .map((a, i) => [
        i ? '; ' : '',
        h('a', { href: link('article', articles[a].path, { at: facts[f].id, v: '' }) }, apart(called(a))),
      ]),
    list.length > NAMED ? ` and ${(list.length - NAMED).toLocaleString('en-GB')} more` : '',
    list.length === 1 ? ', which gives no figure.' : ', which give no figure.',
  );
};

/* Drawn anew for another width, and for paper. */
const PAPER = 640;
let redraw = null;
addEventListener('beforeprint', () => {
  if (redraw) redraw(PAPER);
});
addEventListener('afterprint', () => {
  const figure = one('.chart');
  if (redraw && figure) redraw(Math.max(280, figure.clientWidth - EDGE + 2));
});

export const chart = (f) => {
  const fact = facts[f];
  if (fact.number == null || !fact.history) return null;
  const given = articles
    .map((_, a) => ({ a, c: letter(f, a), y: entry(f, a).n, at: articles[a].at }))
    .filter((each) => each.y != null && SHAPES[each.c]);
  if (!given.some((each) => each.at)) return null;
  const points =
    given.length > MOST
      ? [...given.filter((each) => each.c !== 's'), ...given.filter((each) => each.c === 's')]
          .slice(0, MOST)
          .sort((x, y) => x.a - y.a)
      : given;
  const held = steps(fact),
    present = Object.keys(LEGEND).filter((each) => points.some((point) => point.c === each));
  let width = Math.max(280, one('#main').clientWidth - 56 - EDGE);
  const first = drawn(fact, points, held, width),
    spacing = h('span');
  const figure = h(
    'figure',
    { class: 'chart' },
    first.picture,
    h(
      'figcaption',
      null,
      h(
        'span',
        null,
        'Dashed: what the spec held right at that time. Each mark is an article: ',
        present.map((each) => LEGEND[each]).join(', '),
        '. ',
      ),
      spacing,
      given.length > points.length ? ` ${given.length - points.length} articles that agree are not drawn.` : '',
      silent(f),
    ),
  );
  const tell = (even) => {
    spacing.textContent = even
      ? 'From left to right in the order of publication, spaced evenly.'
      : 'From left to right by the time of publication.';
  };
  tell(first.even);
  redraw = (now) => {
    if (!figure.isConnected || Math.abs(now - width) < 4) return;
    width = now;
    const next = drawn(fact, points, held, width);
    one('svg', figure).replaceWith(next.picture);
    tell(next.even);
  };
  new ResizeObserver(() => redraw(Math.max(280, figure.clientWidth - EDGE + 2))).observe(figure);
  return figure;
};
