/* Where the reader is: all of it stands in the part of the address behind #, so that every view can be linked to. */

import { NOTEWORTHY, className, letterOf, DATA } from './model.js';

export const state = {
  view: 'check',
  id: '',
  verdicts: new Set(),
  q: '',
  at: '',
  change: '',
  spec: -1,
  turned: '',
  sort: '',
  group: '',
  from: 0,
};
const VIEWS = ['check', 'matrix', 'facts', 'articles', 'fact', 'article'];

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const parse = () => {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const asked = new URLSearchParams(query || '');
  const [view, ...id] = path.split('/');
  state.view = VIEWS.includes(view) ? view : 'check';
  state.id = decoded(id.join('/'));
  state.verdicts = new Set((asked.get('v') || '').split(',').map(letterOf).filter(Boolean));
  state.q = asked.get('q') || '';
  state.at = asked.get('at') || '';
  state.change = 'NCUF'.includes(asked.get('change') || '-') ? asked.get('change') : '';
  state.spec = Number.parseInt(asked.get('spec') ?? '-1', 10);
  if (!DATA.specs[state.spec]) state.spec = -1;
  state.turned = asked.get('turned') || '';
  state.sort = asked.get('sort') || '';
  state.group = asked.get('group') || '';
  state.from = Math.max(0, Number.parseInt(asked.get('from') || '0', 10) || 0);
};

/* An address: of a view, and of a fact or an article where `id` says so; filters and search go along. */
export const link = (view, id = '', extra = {}) => {
  const query = new URLSearchParams();
  const keep = { q: state.q, spec: state.spec >= 0 ? state.spec : '', v: [...state.verdicts].map(className).join(','), ...extra };
  for (const [name, value] of Object.entries(keep)) if (value !== '' && value != null) query.set(name, value);
  const text = query.toString().replace(/%2C/g, ',');
  return `#/${view}${id ? `/${encodeURIComponent(id).replace(/%2F/g, '/').replace(/%3A/g, ':')}` : ''}${text ? `?${text}` : ''}`;
};

export const here = (extra = {}) => {
  const kept = { change: state.change, turned: state.turned, sort: state.sort, group: state.group, from: state.from || '' };
  return link(state.view, state.id, { ...kept, ...extra });
};

export const matches = (...texts) => !state.q || texts.some((text) => text && text.toLowerCase().includes(state.q.toLowerCase()));
export const wanted = (letter) => !state.verdicts.size || state.verdicts.has(letter);
export const inSpec = (f) => state.spec < 0 || DATA.facts[f].spec === state.spec;
export const noteworthy = (letter) => NOTEWORTHY.includes(letter);
