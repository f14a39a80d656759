/* What can be copied: the change to make, for a colleague; the address and the place of a finding; commands for a shell. */

import { h, say } from './dom.js';
import { DATA, articles, around, entry, facts, found, letter, place, title } from './model.js';
import { link } from './state.js';

/* What each button copies, as the reader is told it. */
const COPIED = {
  correction: 'the correction',
  change: 'the change',
  changes: 'all changes of this article',
  link: 'the link',
  place: 'the place',
  command: 'the command',
  message: 'the message',
};
const SPOKEN = ['correction', 'change', 'place'];
const SHORT = 90;
let shown = null;

/* Said aloud, and shown for some seconds. */
export const toast = (text) => {
  if (shown) shown.remove();
  const box = h('p', { class: 'toast', 'aria-hidden': 'true' }, text);
  shown = box;
  document.body.append(box);
  say(text);
  setTimeout(() => box.remove(), 4000);
};

export const copyText = (text, kind) => {
  const lines = text.trim().split('\n'),
    last = (kind === 'change' && lines.find((each) => /^(?:line \d+: )?(?:change|add) /.test(each))) || lines.at(-1);
  const what = `Copied ${COPIED[kind] || 'it'}${SPOKEN.includes(kind) ? `: ${last.length > SHORT ? `${last.slice(0, SHORT)} …` : last}` : ''}`;
  const failed = () => toast(`Could not copy ${COPIED[kind] || 'it'}: the browser does not allow it`);
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => toast(what), failed);
  else failed();
};

export const copyButton = (name, text, kind) =>
  h('button', { type: 'button', class: 'link', 'data-copy': text, 'data-copies': kind }, name);

/* ---- changes */

/* What to change, as the middle of a sentence; empty where there is nothing to change. */
const toDo = (f, a) => {
  const { d } = entry(f, a),
    name = letter(f, a);
  if (!d || !'cm'.includes(name)) return '';
  const text = d.slice(0, 1).toLowerCase() + d.slice(1);
  return name === 'c' ? text.replace(/”\.$/, '”') : text;
};

const lineOf = (f, a) => (entry(f, a).l ? `line ${entry(f, a).l[0]}` : '');
const headed = (a) => `${articles[a].title ? `${articles[a].title}\n` : ''}${articles[a].path}`;

const inFull = (f, a) => {
  const parts = around(f, a),
    { k, h: cautions = [] } = entry(f, a);
  return [
    `${lineOf(f, a) && `${lineOf(f, a)}: `}${toDo(f, a)}`,
    parts && `  “${parts.join('').replace(/\s+/g, ' ').trim()}”`,
    ...cautions.map((each) => `  Look first: ${each}`),
    k && !articles[a].draft && letter(f, a) === 'c' && `  Correction to print: ${k}`,
  ]
    .filter(Boolean)
    .join('\n');
};

/* A finding for a colleague: headline, path, line, what to change and the sentence; empty where there is nothing to change. */
export const changeText = (f, a) => (toDo(f, a) ? `${headed(a)}\n${inFull(f, a)}` : '');

/* A fact that several articles leave out, for a colleague. */
export const gapText = (f, list, heading) => {
  const told = list.find((a) => toDo(f, a));
  if (told === undefined) return '';
  return `${heading}: ${toDo(f, told)}\n\n${list.map((a) => (articles[a].title ? `${articles[a].title} (${articles[a].path})` : articles[a].path)).join('\n')}`;
};

/* All that is to be changed in an article, in the order of its text, what is left out last. */
export const changesText = (a) => {
  const at = (f) => (entry(f, a).e || entry(f, a).l || [Infinity])[0];
  const due = facts
    .map((_, f) => f)
    .filter((f) => toDo(f, a))
    .sort((x, y) => (at(x) === at(y) ? x - y : at(x) - at(y)));
  return due.length ? `${headed(a)}\n\n${due.map((f) => inFull(f, a)).join('\n')}` : '';
};

/* For an article's view: a button, or null where nothing is to be changed. */
export const copyAll = (a) => {
  const text = changesText(a);
  return text ? copyButton('Copy all changes of this article', text, 'changes') : null;
};

/* ---- addresses */

const whole = (address) => location.href.split('#')[0] + address;
const bare = { q: '', v: '', spec: '' };

/* An address on this machine says to a colleague which report is meant, and has to say it in words. */
const sendable = (text, address) =>
  location.protocol === 'file:'
    ? `${text}\nIn the report ${decodeURIComponent(location.pathname.split('/').at(-1))}, at ${address}\n${whole(address)}`
    : whole(address);

export const findingAddress = (f, a) =>
  sendable(
    `${facts[f].label}${found(f, a) ? `, “${found(f, a)}”` : ''} in “${title(a)}” (${place(f, a)})`,
    link('article', articles[a].path, { ...bare, at: facts[f].id }),
  );
export const gapAddress = (f) =>
  sendable(`${facts[f].label}: articles that leave it out`, link('fact', facts[f].id, { ...bare, v: 'missing' }));

/* ---- commands */

/* A word as a POSIX shell takes it, whatever is in it. */
export const shell = (text) => (/^[\w./:=@,+%-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const command = (...words) => `factspec ${words.map(shell).join(' ')}`;
/* No path may look like an option. */
const plainPath = (path) => (path.startsWith('-') ? `./${path}` : path);
const ofSpec = (f) => plainPath(DATA.specs[facts[f].spec].path);
/* The fact's id in its own spec: the spec's path stands before it where two specs have that id. */
const idOf = (f) => facts[f].id.split('::').at(-1);
/* What a finding's name cannot hold as it is, since it means something there, is written as in an address. */
const inName = (text) =>
  /::| - |^(?:FAILED|ERROR|XFAIL) |^\s|\s$|^-/.test(text)
    ? encodeURIComponent(text).replaceAll('%2F', '/').replace(/^-/, '%2D')
    : text;
/* Whether a path was written as it is: what acts on a terminal is shown as U+FFFD. */
const typeable = (...texts) => texts.every((text) => !text.includes('\ufffd'));

export const explainCommand = (f, a) =>
  typeable(articles[a].path, ofSpec(f), idOf(f)) ? command('explain', idOf(f), plainPath(articles[a].path), ofSpec(f)) : '';
export const waiveCommand = (f, a) =>
  typeable(articles[a].path, ofSpec(f), idOf(f)) && 'cmv'.includes(letter(f, a))
    ? command(
        'waive',
        '--spec',
        ofSpec(f),
        '--reason',
        'why it may stay',
        '--by',
        'your name',
        '--until',
        DATA.until,
        `${inName(articles[a].path)}::${idOf(f)}`,
      )
    : '';

/* A sentence for whoever keeps the spec. */
export const complaint = (f, a) => {
  const does =
    { c: 'contradicts', m: 'leaves out', v: 'is vague about', t: 'has an older value of', b: 'fails on' }[letter(f, a)] ||
    'is to be looked at for';
  const said = found(f, a) ? `“${found(f, a)}” in ` : '';
  return `The report says that ${said}“${title(a)}” (${place(f, a)}) ${does} the fact “${facts[f].label}” (${facts[f].value}). I think that is wrong, because …`;
};
