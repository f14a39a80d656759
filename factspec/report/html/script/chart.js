/* A figure that evolved, drawn against the time of publication: what the spec held right, and what each article gave. */

import { h, svg } from './dom.js';
import { articles, className, entry, facts, letter, moment, shortName, title, word } from './model.js';

const WIDTH = 1230, HEIGHT = 236, LEFT = 76, RIGHT = 20, TOP = 30, BOTTOM = 58;
const FEW = 12; // articles: as many can be named below the chart, each at the same distance
const MOST = 600;

const SHAPES = {
  t: (x, y) => svg('path', { d: `M${x} ${y - 9}l9 9-9 9-9-9z` }),
  c: (x, y) => svg('path', { d: `M${x - 7} ${y - 7}l14 14m0-14-14 14`, fill: 'none', 'stroke-width': 4.5, 'stroke-linecap': 'round' }),
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

export const chart = (f) => {
  const fact = facts[f];
  if (fact.number == null || !fact.history) return null;
  const given = articles.map((_, a) => ({ a, c: letter(f, a), y: entry(f, a).n, at: articles[a].at })).filter((each) => each.y != null && SHAPES[each.c] && each.at);
  if (!given.length) return null;
  const points = given.length > MOST ? [...given.filter((each) => each.c !== 's'), ...given.filter((each) => each.c === 's')].slice(0, MOST).sort((x, y) => x.a - y.a) : given;
  const held = steps(fact), few = points.length <= FEW;
  const values = [...points.map((each) => each.y), ...held.map((each) => each.value)];
  const low = Math.min(...values), high = Math.max(...values), room = (high - low || 1) * 0.12;
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low + room) / (high - low + 2 * room));
  const times = points.map((each) => time(each.at)), first = Math.min(...times), last = Math.max(...times, first + 1);
  const slot = (WIDTH - LEFT - RIGHT) / points.length;
  const scale = (t) => LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * ((t - first) / (last - first));
  const x = (i) => (few ? LEFT + slot * (i + 0.5) : scale(times[i]));
  const stepAt = (at) => {
    if (!at) return WIDTH - RIGHT;
    if (!few) return Math.max(LEFT, Math.min(WIDTH - RIGHT, scale(time(at))));
    return LEFT + slot * points.filter((each) => time(each.at) < time(at)).length;
  };
  const labels = [];
  let path = '', end = LEFT;
  held.forEach((each, i) => {
    const from = i ? stepAt(each.at) : LEFT;
    path += i ? `H${from}V${y(each.value)}` : `M${from} ${y(each.value)}`;
    if (from >= end - 1 && from < WIDTH - 150) { labels.push(svg('text', { class: 'spect', x: from + 6, y: y(each.value) - 15 }, `spec: ${number(each.value)}${each.at ? ` from ${moment(each.at)}` : ''}`)); end = from + 170; }
  });
  path += `H${WIDTH - RIGHT}`;
  const lines = [...new Set(held.map((each) => each.value))].map((value) => [
    svg('line', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }),
    svg('text', { x: LEFT - 10, y: y(value) + 4, 'text-anchor': 'end' }, number(value)),
  ]);
  const clip = (text) => (text.length > 22 ? `${text.slice(0, 21)}…` : text);
  const dots = points.map((each, i) => svg('g', { class: `pt ${className(each.c)}` },
    svg('title', null, `${title(each.a)}, ${moment(each.at, true)}: ${number(each.y)}, ${word(each.c)}`), SHAPES[each.c](x(i), y(each.y)),
    each.c === 'c' && points.filter((p) => p.c === 'c').length <= 20 && svg('text', { class: 'val', x: x(i) + 13, y: y(each.y) + 5 }, number(each.y)),
    few && svg('text', { class: 'xl', x: x(i), y: HEIGHT - 28, 'text-anchor': 'middle' }, points.length > 8 ? String(i + 1) : clip(shortName(each.a))),
    few && svg('text', { class: 'xs', x: x(i), y: HEIGHT - 10, 'text-anchor': 'middle' }, articles[each.a].draft ? 'draft' : moment(each.at))));
  const ends = few ? [] : [first, last].map((t, i) => svg('text', { class: 'xs', x: i ? WIDTH - RIGHT : LEFT, y: HEIGHT - 10, 'text-anchor': i ? 'end' : 'start' }, moment(new Date(t).toISOString().slice(0, 10), true)));
  return h('figure', { class: 'chart', tabindex: 0, role: 'group', 'aria-label': 'Chart of the figure by time of publication' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `Figures given by ${points.length} articles by time of publication, from ${number(low)} to ${number(high)}; the table below holds the same.` },
      svg('g', { class: 'gl' }, lines), svg('path', { class: 'specline', d: path }), labels, dots, ends),
    h('figcaption', null, 'Dashed: what the spec held right at that time. Each mark is an article: ● agrees, ◆ right at the time, ✕ contradicts, ▲ vague, ■ waived or in the baseline.',
      given.length > points.length ? ` ${given.length - points.length} articles that agree are not drawn.` : ''));
};
