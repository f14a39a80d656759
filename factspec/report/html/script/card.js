/* A finding as a card: what the spec says, what the article says, where, why, and what to write instead. */

import { apart, h } from './dom.js';
import {
  articles,
  around,
  change,
  className,
  context,
  entry,
  facts,
  found,
  letter,
  moment,
  place,
  plural,
  since,
  title,
  when,
  word,
} from './model.js';
import { evidence, icon, pill, sought } from './marks.js';
import {
  changeText,
  complaint,
  copyButton,
  explainCommand,
  findingAddress,
  gapAddress,
  gapText,
  waiveCommand,
} from './copying.js';
import { link, matches, state } from './state.js';
import { differing } from './words.js';

export const CHANGES = { N: 'New', C: 'Says something else now', U: 'Unchanged', F: 'Fixed' };
const GAPS = 12; // articles that a card names

/* What has changed since last time; of what has not, nothing is said. */
export const changed = (f, a) => {
  const kind = change(f, a);
  return since && 'NCF'.includes(kind) ? pill(`change-${kind}`, CHANGES[kind]) : null;
};

const quotation = (text) => `“${text.replace(/^[“”"'‘]+|[“”"'’,]+$/g, '')}”`;

/* What the article has, in place of the spec's value. */
export const said = (f, a) => {
  const text = found(f, a);
  if (!text) return letter(f, a) === 'm' ? 'nothing' : word(letter(f, a)).toLowerCase();
  return facts[f].kind === 'quote' ? quotation(text) : text;
};

/* What the spec held right on the day an article appeared: [moment, value]. */
const standing = (fact, at) =>
  at && (fact.history || []).filter(([since]) => since <= (at.length > 10 ? at : `${at}T23:59`)).at(-1);

const values = (f, a) => {
  const fact = facts[f],
    quoted = fact.kind === 'quote' && found(f, a);
  const own = quoted ? quotation(fact.words || fact.value) : fact.value,
    then = letter(f, a) === 't' && standing(fact, articles[a].at);
  return h(
    'dl',
    { class: 'says' },
    h(
      'div',
      null,
      h('dt', null, then ? 'Spec said then' : 'Spec says'),
      h(
        'dd',
        null,
        apart(then ? then[1] : quoted ? differing(said(f, a), own) : sought(own)),
        fact.history &&
          h('small', null, ` from ${moment((then || fact.history.at(-1))[0], true)}`, then && `; now ${fact.value}`),
      ),
    ),
    h(
      'div',
      { class: 'x' },
      h('dt', null, 'Article says'),
      h('dd', null, apart(quoted ? differing(own, said(f, a)) : sought(said(f, a)))),
    ),
  );
};

const near = (text, before) => (text ? h('span', { class: 'near' }, before ? '' : ' ', sought(text), before ? ' ' : '') : null);

/* The sentence of the evidence between the one before and the one behind it. */
const passage = (f, a) => {
  const parts = around(f, a);
  if (!parts) return null;
  const [before, behind] = context(f, a);
  return h(
    'blockquote',
    { dir: 'auto' },
    near(before, true),
    sought(parts[0]),
    evidence(letter(f, a), parts[1]),
    sought(parts[2]),
    near(behind, false),
  );
};

/* All words of a card's quotation, for the search. */
const quoted = (f, a) => (around(f, a) ? [context(f, a)[0], ...around(f, a), context(f, a)[1]].join(' ') : '');

/* Whether a finding has what was searched for, on the screen as on the printed sheet. */
export const holdsSearch = (f, a) =>
  !state.q ||
  matches(
    facts[f].label,
    facts[f].id,
    facts[f].value,
    facts[f].statement,
    articles[a].path,
    articles[a].outlet,
    title(a),
    found(f, a),
    entry(f, a).r,
    quoted(f, a),
    letter(f, a) === 'w' ? `accepted ${(entry(f, a).y || []).at(-1)}` : '',
  );

/* ---- why */

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const stopped = (text) => (/[.!?…][”’]?$/.test(text) ? text : `${text}.`);

/* A reason as a sentence of its own: "states “231”" is "The article states “231”." */
const sentence = (reason) =>
  stopped(
    /^(?!its\b)\p{Ll}+s\b/u.test(reason)
      ? `The article ${reason}`
      : capital(reason.replace(/^none of its\b/, 'none of the fact’s').replace('is bound to the fact', 'belongs to the fact')),
  );

const spec = (fact) => (fact.statement ? stopped(fact.statement) : `The spec has ${fact.value}.`);

/* Why a verdict was given: a sentence for a reader, and the steps for whoever wants to know more. */
export const why = (f, a) => {
  const e = entry(f, a);
  if (!e.y && !e.r) return null;
  return [
    h('p', { class: 'reason', dir: 'auto' }, [e.r && sentence(e.r), spec(facts[f])].filter(Boolean).join(' ')),
    e.y && h('h4', null, 'How it was read, step by step'),
    e.y &&
      h(
        'ol',
        null,
        e.y.map((step) => h('li', { dir: 'auto' }, step)),
      ),
  ].filter(Boolean);
};

const NOT_HERE = 'This was not put into the file, to keep it small.';
const reasons = (f, a) =>
  h('details', { class: 'more' }, h('summary', null, 'Why this verdict'), why(f, a) || h('p', null, NOT_HERE), source(f));
const source = (f) =>
  h('p', null, facts[f].source ? ['Source of the spec: ', apart(facts[f].source)] : 'The spec names no source for this fact.');

/* ---- what to do */

/* The first word says what to do: "Change “231” to “312”." */
export const toDo = (text, draft, name = 'do') => {
  const [, verb, rest] = /^(Change|Add)( .*)$/s.exec(text) || [];
  if (!verb) return h('p', { class: name }, apart(text));
  return h(
    'p',
    { class: name },
    h('strong', null, draft ? `Before ${draft === 'they' ? 'they run' : 'it runs'}, ${verb.toLowerCase()}` : verb),
    apart(rest),
  );
};

const advice = (f, a) => {
  const e = entry(f, a),
    name = letter(f, a),
    { draft } = articles[a];
  if ('wb'.includes(name)) return null;
  return [
    e.d && toDo(e.d, draft),
    (e.h || []).map((caution) => h('p', { class: 'caution', dir: 'auto' }, h('strong', null, 'Look first: '), caution)),
    e.k &&
      !draft &&
      h(
        'div',
        { class: 'fix' },
        h('p', null, h('strong', null, 'Correction to print: '), apart(e.k)),
        copyButton('Copy correction', e.k, 'correction'),
      ),
  ];
};
const copyChange = (text) => text && copyButton('Copy change', text, 'change');

const command = (text, name) => h('div', { class: 'command' }, h('code', null, text), copyButton(name, text, 'command'));

/* For a finding that is none: how to see how it was read, how to accept it, and whom to tell. */
const wrong = (f, a, example) => {
  const explain = explainCommand(f, a),
    waive = waiveCommand(f, a),
    tell = complaint(f, a);
  if (letter(f, a) === 'w') return null;
  return h(
    'details',
    { class: 'more wrong' },
    h('summary', null, 'Is this wrong?'),
    h(
      'p',
      null,
      'The program may have misread the article, or the spec may be too narrow. Leave the article as it is, and tell whoever keeps the spec:',
    ),
    h('blockquote', { class: 'tell' }, apart(tell)),
    h('p', null, copyButton('Copy message', tell, 'message')),
    (explain || waive) &&
      h(
        'details',
        { class: 'more' },
        h('summary', null, 'For whoever keeps the spec'),
        explain && h('p', null, 'How ', example ? apart(`“${title(a)}”`) : 'it', ' was read, and what to write in the spec:'),
        explain && command(explain, 'Copy command'),
        waive &&
          h(
            'p',
            null,
            'If the article may stay as it is, this accepts it until the day that it names; put the reason and a name in:',
          ),
        waive && command(waive, 'Copy command'),
      ),
  );
};

/* Who accepted a finding, until when and why, in plain words; null where nobody did. */
export const acceptance = (f, a) => {
  const step = letter(f, a) === 'w' ? (entry(f, a).y || []).at(-1) : null;
  if (!step) return null;
  const [, by, until, reason] = /^Waived by ([\s\S]*?) until (\d{4}-\d\d-\d\d): ([\s\S]*?)\.?$/.exec(step) || [];
  return by ? ['Accepted by ', apart(by), ` until ${moment(until, true)}. Reason: `, apart(stopped(reason))] : [apart(step)];
};

/* ---- cards */

export const heading = (f, a) => `h-${f}-${a}`;
const severity = (fact) => fact.severity && fact.weight !== 2 && pill(`severity-${fact.severity}`, fact.severity);

/* The role is said, though the element has it: an item of a feed that tells its place must, so it is a div. */
const box = (name, id, position, size, numbers, ...parts) =>
  h(
    'div',
    {
      role: 'article',
      class: `card finding ${className(name)}`,
      tabindex: -1,
      'aria-labelledby': id,
      'aria-posinset': position,
      'aria-setsize': size,
      ...numbers,
    },
    parts,
  );

export const card = (f, a, position, size) => {
  const fact = facts[f],
    name = letter(f, a),
    accepted = acceptance(f, a);
  return box(
    name,
    heading(f, a),
    position,
    size,
    { 'data-fact': f, 'data-article': a },
    h(
      'div',
      { class: 'card-h' },
      icon(name),
      h(
        'div',
        null,
        h(
          'h3',
          { id: heading(f, a) },
          h('span', { class: 'vh' }, `${word(name)}: `),
          sought(fact.label),
          ' ',
          articles[a].draft && pill('draft', 'Draft'),
          changed(f, a),
          severity(fact),
        ),
        h('p', { class: 'where' }, h('cite', { dir: 'auto' }, sought(title(a))), h('br'), origin(a), when(a)),
      ),
    ),
    change(f, a) === 'N' &&
      articles[a].was &&
      h(
        'p',
        { class: 'since-then' },
        `It did not fail ${since.made ? `on ${since.made}` : 'last time'}, and the text of the article has been changed since.`,
      ),
    name === 'm'
      ? h('p', { class: 'needs' }, 'The spec has ', h('strong', null, apart(fact.value)), '. The article does not say so.')
      : values(f, a),
    passage(f, a),
    accepted && h('p', { class: 'wnote' }, accepted),
    advice(f, a),
    h('div', { class: 'asks' }, reasons(f, a), wrong(f, a)),
    h(
      'p',
      { class: 'acts' },
      h('code', { class: 'loc' }, place(f, a)),
      h(
        'span',
        { class: 'does' },
        h('a', { class: 'link', href: link('article', articles[a].path, { at: fact.id }) }, 'Read in the article'),
        h('a', { class: 'link', href: link('fact', fact.id) }, 'Compare all articles'),
        copyChange(changeText(f, a)),
        copyButton('Copy link', findingAddress(f, a), 'link'),
        copyButton('Copy place', place(f, a), 'place'),
      ),
    ),
  );
};

/* A fact that several articles leave out: once what to add, then the articles, what is new first. */
export const gap = (f, list, position, size) => {
  const fact = facts[f],
    id = heading(f, list[0]),
    told = list.find((a) => entry(f, a).d) ?? list[0],
    fresh = (a) => (change(f, a) === 'N' ? 0 : 1);
  const named = [...list].sort((x, y) => fresh(x) - fresh(y)),
    shown = named.slice(0, GAPS),
    more = list.length - shown.length;
  const name = `${fact.label} is not stated in ${plural(list.length, 'article')}`,
    { d } = entry(f, told),
    text = gapText(f, named, name);
  return box(
    'm',
    id,
    position,
    size,
    { 'data-fact': f },
    h(
      'div',
      { class: 'card-h' },
      icon('m'),
      h(
        'div',
        null,
        h(
          'h3',
          { id },
          h('span', { class: 'vh' }, `${word('m')}: `),
          sought(fact.label),
          ` is not stated in ${plural(list.length, 'article')} `,
          severity(fact),
        ),
      ),
    ),
    h('p', { class: 'needs' }, 'The spec has ', h('strong', null, apart(fact.value)), '.'),
    d && toDo(d, list.every((a) => articles[a].draft) && 'they'),
    h(
      'ul',
      { class: 'gaps' },
      shown.map((a) =>
        h(
          'li',
          null,
          h('a', { href: link('article', articles[a].path, { at: fact.id }) }, h('bdi', null, sought(title(a)))),
          ' ',
          articles[a].draft && pill('draft', 'Draft'),
          changed(f, a),
          h('small', null, origin(a), when(a)),
        ),
      ),
      more > 0 &&
        h(
          'li',
          null,
          h('a', { href: link('fact', fact.id, { v: 'missing', q: '' }) }, `and ${more.toLocaleString('en-GB')} more`),
        ),
    ),
    h(
      'div',
      { class: 'asks' },
      h(
        'details',
        { class: 'more' },
        h('summary', null, 'Why this verdict'),
        h('p', { class: 'reason', dir: 'auto' }, `The spec wants this fact in every article. ${spec(fact)}`),
        h('h4', null, 'How each article was read'),
        h(
          'ul',
          null,
          shown.map((a) =>
            h('li', { dir: 'auto' }, h('bdi', null, title(a)), ': ', entry(f, a).r ? sentence(entry(f, a).r) : NOT_HERE),
          ),
        ),
        source(f),
      ),
      wrong(f, told, true),
    ),
    h(
      'p',
      { class: 'acts' },
      h(
        'span',
        { class: 'does' },
        h('a', { class: 'link', href: link('fact', fact.id) }, 'Compare all articles'),
        copyChange(text),
        copyButton('Copy link', gapAddress(f), 'link'),
      ),
    ),
  );
};

/* What stands before the time: who published it, else the file's name where that is not the headline already. */
const origin = (a) =>
  articles[a].outlet
    ? [apart(sought(articles[a].outlet)), ', ']
    : articles[a].title
      ? [h('bdi', { class: 'file' }, sought(articles[a].name)), ', ']
      : '';
