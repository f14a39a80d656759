/* To check on paper: a sheet of what is to be corrected, article by article, to be ticked off. */

import { apart, h } from './dom.js';
import {
  LETTERS,
  articles,
  around,
  change,
  entry,
  facts,
  fileName,
  gravestFirst,
  letter,
  credit,
  plural,
  title,
  word,
} from './model.js';
import { evidence, pill, verdict } from './marks.js';
import { holdsSearch, said, toDo } from './card.js';
import { inSpec, state, wanted } from './state.js';

const USUAL = 'ecm',
  ASKED_FOR = 'ecmvwbt';

const fits = (f, a) => wanted(letter(f, a)) && inSpec(f) && (!state.change || change(f, a) === state.change) && holdsSearch(f, a);

const item = (f, a) => {
  const e = entry(f, a),
    name = letter(f, a),
    fact = facts[f],
    parts = around(f, a);
  return h(
    'li',
    null,
    h('span', { class: 'tick', 'aria-hidden': 'true' }),
    h(
      'div',
      null,
      h('h4', null, apart(fact.label), ' ', verdict(name), e.l && h('span', { class: 'line' }, `line ${e.l[0]}`)),
      parts &&
        h('blockquote', { dir: 'auto' }, parts[0].replace(/\s+/g, ' '), evidence(name, parts[1]), parts[2].replace(/\s+/g, ' ')),
      'em'.includes(name)
        ? null
        : h(
            'p',
            null,
            'Says ',
            h('strong', null, apart(said(f, a))),
            '. The spec has ',
            h('strong', null, apart(fact.value)),
            '.',
          ),
      !'wb'.includes(name) && e.d && toDo(e.d, articles[a].draft, ''),
      (e.h || []).map((caution) => h('p', null, h('strong', null, 'Look first: '), caution)),
      name === 'm' && !e.d && h('p', null, 'The spec has ', h('strong', null, apart(fact.value)), '.'),
      name === 'e' && h('p', null, apart(e.r || 'Nothing is known of this fact in it.')),
      name === 'w' && e.y && h('p', null, apart(e.y.at(-1))),
      e.k && !articles[a].draft && !'wb'.includes(name) && h('p', null, h('strong', null, 'Correction to print: '), apart(e.k)),
      fact.source && 'cmv'.includes(name) && h('p', { class: 'source' }, 'Source of the spec: ', apart(fact.source)),
    ),
  );
};

/* At most so many findings; what that leaves out is said below. */
export const correctionSheet = (most) => {
  const letters = state.verdicts.size ? ASKED_FOR : USUAL,
    parts = [];
  let sum = 0,
    printed = 0,
    vague = 0;
  const grave = gravestFirst(),
    order = [...grave.filter((a) => articles[a].draft), ...grave.filter((a) => !articles[a].draft)];
  for (const a of order) {
    const mine = facts.map((_, f) => f).filter((f) => fits(f, a));
    const first = (f) => (entry(f, a).l || [Infinity])[0];
    const due = mine
      .filter((f) => letters.includes(letter(f, a)))
      .sort(
        (x, y) =>
          (letter(x, a) === 'm') - (letter(y, a) === 'm') ||
          (first(x) === first(y) ? 0 : first(x) - first(y)) ||
          LETTERS.indexOf(letter(x, a)) - LETTERS.indexOf(letter(y, a)) ||
          x - y,
      );
    vague += mine.filter((f) => letter(f, a) === 'v' && !letters.includes('v')).length;
    sum += due.length;
    const shown = (articles[a].unread ? due.slice(0, 1) : due).slice(0, Math.max(0, most - printed));
    printed += articles[a].unread && shown.length ? due.length : shown.length;
    if (shown.length) {
      parts.push(
        h(
          'section',
          null,
          h('h3', null, apart(title(a)), ' ', articles[a].draft && pill('draft', 'Draft')),
          h('p', { class: 'of' }, apart(credit(a)), fileName(a) && [' · ', h('code', null, articles[a].path)]),
          h(
            'ul',
            null,
            shown.map((f) => item(f, a)),
          ),
        ),
      );
    }
  }
  const only = [state.verdicts.size && [...state.verdicts].map(word).join(', '), state.q && `“${state.q}”`]
    .filter(Boolean)
    .join('; ');
  return h(
    'div',
    { class: 'sheet' },
    h('h2', null, sum ? plural(sum, 'finding') + (state.verdicts.size ? '' : ' to correct') : 'Nothing to correct'),
    only && h('p', null, `Only: ${only}.`),
    vague > 0 &&
      h(
        'p',
        { class: 'source' },
        `Without ${plural(vague, 'vague one', 'vague ones')}, for which nobody has to act; the filter “Vague” prints ${vague === 1 ? 'it' : 'them'}.`,
      ),
    parts,
    sum > printed && h('p', null, `${plural(sum - printed, 'more finding is', 'more findings are')} not printed.`),
  );
};
