/* The data of the report and what can be asked of it. Articles' blocks are parsed when they are first looked at. */

import { one } from './dom.js';

export const DATA = JSON.parse(one('#data').textContent);
export const facts = DATA.facts;
export const articles = DATA.articles;
export const since = DATA.since || null;

/* Letter of the grid → class, word, what it means; the worst first. */
export const VERDICTS = {
  e: ['error', 'Not read', 'The article could not be read, so nothing is known of this fact in it.'],
  c: ['contradicted', 'Contradicts', 'The article says something else than the spec. Somebody should look.'],
  m: ['missing', 'Left out', 'The spec wants every article to state this fact, and this one does not.'],
  v: ['vague', 'Vague', 'The article says something compatible, but weaker than the spec.'],
  w: ['waived', 'Waived', 'Accepted by a person, with a reason and an end date.'],
  b: ['baseline', 'In the baseline', 'Failed when the baseline was written and is accepted with all the rest of that day.'],
  t: ['asof', 'Right at the time', 'An older value that was right when the article was published.'],
  s: ['supported', 'Agrees', 'The article says what the spec says.'],
  n: ['omitted', 'Not mentioned', 'The article does not mention this fact, and need not.'],
  a: [
    'inapplicable',
    'Not applicable',
    'The spec asks for this fact only in articles that speak of something this one does not.',
  ],
  u: ['unchecked', 'Not checked', 'The spec says that this fact is not checked.'],
};
export const LETTERS = Object.keys(VERDICTS);
export const NOTEWORTHY = 'ecmvwbt';
export const FAILING = 'ecm';
export const className = (letter) => (VERDICTS[letter] || ['none'])[0];
export const word = (letter) => (VERDICTS[letter] || ['', 'Not asked'])[1];
export const letterOf = (name) => LETTERS.find((letter) => VERDICTS[letter][0] === name);

export const KINDS = {
  date: 'Dates',
  name: 'Names',
  names: 'Names',
  place: 'Places',
  role: 'Roles',
  count: 'Counts',
  quantity: 'Quantities',
  quote: 'Quotes',
};

/* Sentences that many findings share are held once, and a number stands for them. */
let strings = null;
const whole = (text) => {
  if (typeof text !== 'number') return text;
  strings ??= JSON.parse(one('#strings').textContent);
  return strings[text];
};
const unfolded = (held) => {
  for (const e of Object.values(held.f)) {
    for (const name of ['r', 'd', 'k']) if (name in e) e[name] = whole(e[name]);
    if (e.y) e.y = e.y.map(whole);
  }
  return held;
};

const blocks = new Map();
export const block = (a) => {
  if (!blocks.has(a)) {
    const held = document.getElementById(`a${a}`);
    blocks.set(a, held ? unfolded(JSON.parse(held.textContent)) : { f: {} });
  }
  return blocks.get(a);
};

export const letter = (f, a) => DATA.grid[a][f];
export const entry = (f, a) => block(a).f[f] || { r: facts[f].n || '' };
export const change = (f, a) => (since ? since.changes[a][f] : '.');

export const found = (f, a) => {
  const e = entry(f, a);
  if (e.g) return e.g;
  if (e.x) return e.x[1];
  return e.e && block(a).t ? block(a).t.slice(e.e[0], e.e[1]) : '';
};

/* Path, line and column of the first evidence, the way editors take it. */
export const place = (f, a) => articles[a].path + (entry(f, a).l ? `:${entry(f, a).l.join(':')}` : '');

/* What stands before, in and after the evidence: in its sentence, or in `reach` characters of its paragraph. */
export const around = (f, a, reach = 0) => {
  const e = entry(f, a),
    text = block(a).t;
  if (e.x) return e.x;
  if (!e.e || text == null) return null;
  const [from, to] = e.e;
  const [start, end] = reach || !e.s ? lineAround(text, from, to, reach || 160) : e.s;
  return [text.slice(start, from), text.slice(from, to), text.slice(to, end)];
};

const NEAR = 200; // characters of the sentence before and of the one behind

/* What stands before and behind the sentence of the evidence in its paragraph: a sentence each, cut between words where it is long. */
export const context = (f, a) => {
  const e = entry(f, a),
    text = block(a).t;
  if (!e.s || e.s.length < 4 || text == null) return ['', ''];
  const before = text.slice(e.s[2], e.s[0]).trim(),
    behind = text.slice(e.s[1], e.s[3]).trim();
  return [
    before.length <= NEAR ? before : `… ${before.slice(-NEAR).replace(/^\S*\s+/, '')}`,
    behind.length <= NEAR ? behind : `${behind.slice(0, NEAR).replace(/\s+\S*$/, '')} …`,
  ];
};

const lineAround = (text, from, to, reach) => [
  Math.max(text.lastIndexOf('\n', from - 1) + 1, from - reach),
  Math.min(text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to), to + reach),
];

export const tally = (letters) => {
  const counts = {};
  for (const each of letters) counts[each] = (counts[each] || 0) + 1;
  return counts;
};
export const column = (f) => DATA.grid.map((row) => row[f]).join('');
export const totals = tally(DATA.grid.join(''));
export const total = LETTERS.reduce((sum, each) => sum + (totals[each] || 0), 0);
/* How many findings of an article somebody has to mend; one that could not be read is one thing to mend. */
export const failingIn = (a) => (articles[a].unread ? 1 : [...DATA.grid[a]].filter((each) => FAILING.includes(each)).length);
/* How many facts an article contradicts and how many it leaves out. */
export const wrongIn = (a) => {
  const counts = tally(DATA.grid[a]);
  return articles[a].unread ? { c: 0, m: 0 } : { c: counts.c || 0, m: counts.m || 0 };
};
/* How serious the gravest of the facts is that an article contradicts; the higher, the graver. */
const gravity = (a) => Math.max(-9, ...facts.flatMap((fact, f) => (letter(f, a) === 'c' ? [-(fact.weight || 0)] : [])));
/* Drafts with a contradiction first, then by the gravest contradiction and how many there are, then what could not be read, then what leaves out most. */
export const gravestFirst = () => {
  const rank = articles.map((article, a) => {
    const { c, m } = wrongIn(a);
    return [article.draft && c ? 1 : 0, c ? gravity(a) : -10, c, article.unread ? 1 : 0, m];
  });
  return articles
    .map((_, a) => a)
    .sort((x, y) => {
      const at = rank[x].findIndex((each, i) => each !== rank[y][i]);
      return at < 0 ? x - y : rank[y][at] - rank[x][at];
    });
};
export const unreadArticles = articles.filter((each) => each.unread).length;

const byId = new Map(facts.map((fact, f) => [fact.id, f]));
const byPath = new Map(articles.map((article, a) => [article.path, a]));
/* A fact by its id; where two specs have that id, the first that has it. */
export const factNamed = (id) =>
  byId.get(id) ?? (id ? facts.map((each) => each.id).findIndex((each) => each.endsWith(`::${id}`)) : -1);
export const articleNamed = (path) => byPath.get(path);

export const plural = (n, singular, many) => `${n.toLocaleString('en-GB')} ${n === 1 ? singular : many || `${singular}s`}`;

const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
const YEARS = new Set(articles.filter((article) => article.at && !article.draft).map((article) => article.at.slice(0, 4)));
export const moment = (at, long = false) => {
  const options = { ...DAY, ...(long ? { month: 'long' } : {}), ...(long || YEARS.size > 1 ? {} : { year: undefined }) };
  const day = new Date(`${at.slice(0, 10)}T00:00Z`).toLocaleDateString('en-GB', options);
  return at.length > 10 ? `${day}${long ? ',' : ''} ${at.slice(11)}` : day;
};
export const when = (a) => {
  const article = articles[a];
  if (article.draft) return article.at ? `Draft for ${moment(article.at, true)}` : 'Draft, not published';
  return article.at ? moment(article.at) + (article.guess ? ' (guessed)' : '') : 'date not known';
};
export const title = (a) => articles[a].title || articles[a].name;
/* Who published it, where the article says so. */
export const outlet = (a) => articles[a].outlet || '';
/* A name for a narrow column: the outlet, else the headline, which the style cuts to a few lines. */
export const shortName = (a) => outlet(a) || title(a);
/* Outlet and time, or the time alone: what stands below a headline. */
export const credit = (a) => (outlet(a) ? `${outlet(a)}, ${when(a)}` : when(a));
/* The file's name, for the small print; nothing where it is the headline already. */
export const fileName = (a) => (articles[a].title ? articles[a].name : '');
const sharing = tally(articles.map((_, a) => `${title(a)}\n${credit(a)}`));
/* The same, with the file's name where another article has the same headline and credit. */
export const creditOf = (a) =>
  sharing[`${title(a)}\n${credit(a)}`] > 1 && fileName(a) ? `${credit(a)}, ${fileName(a)}` : credit(a);
/* What an editor calls an article in one line of running text. */
export const called = (a) => `${outlet(a) || (/^["“«]/.test(title(a)) ? title(a) : `“${title(a)}”`)}, ${when(a)}`;
