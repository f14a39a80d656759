/* Long lists: only what is near the screen exists. A block far away is an empty box of the height it had. */

import { h } from './dom.js';

const MARGIN = '1500px 0px';
let living = [];

/* Forget the lists of the view that is left. */
export const dropLists = () => {
  for (const list of living) list.stop();
  living = [];
};

/* Everything is made for the printer, at most `most` items of a list; what that leaves out is said below it. */
export const unrollLists = (most) => {
  for (const list of living) list.unroll(most);
};
export const rollLists = () => {
  for (const list of living) list.roll();
};

/**
 * A list of `items`, each made by `make(item, index)`; `estimate` is an item's height in pixels before it was seen.
 * `table` makes the blocks table bodies; `root` is the scrolling box, the page where there is none.
 */
export const longList = (items, make, { size = 24, estimate = 230, table = false, name = '', root = null, columns = 1 } = {}) => {
  const blocks = [];
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const each of entries)
        if (each.isIntersecting) show(Number(each.target.dataset.block));
        else hide(Number(each.target.dataset.block));
    },
    { root, rootMargin: MARGIN },
  );
  const spacer = (height) => {
    if (!table) return null;
    const cell = h('td', { class: 'spacer', colspan: columns });
    cell.style.height = `${height}px`;
    return h('tr', { 'aria-hidden': 'true' }, cell);
  };
  const empty = (one) => {
    one.box.replaceChildren(...(table ? [spacer(one.height)] : []));
    if (!table) one.box.style.minHeight = `${one.height}px`;
    one.shown = false;
  };
  const show = (number) => {
    const one = blocks[number];
    if (one.shown) return;
    one.box.replaceChildren(...one.items.map((item, i) => make(item, number * size + i)).flat());
    one.box.style.minHeight = '';
    one.shown = true;
  };
  const hide = (number) => {
    const one = blocks[number];
    if (!number || !one.shown || one.box.contains(document.activeElement) || printing) return;
    one.height = one.box.getBoundingClientRect().height || one.height;
    empty(one);
  };
  for (let at = 0; at < items.length; at += size) {
    const part = items.slice(at, at + size);
    const one = {
      items: part,
      box: h(table ? 'tbody' : 'div', { class: `block ${name}`, 'data-block': blocks.length }),
      height: part.length * estimate,
      shown: false,
    };
    blocks.push(one);
    if (items.length <= 2 * size || !at) show(blocks.length - 1);
    else {
      empty(one);
      watcher.observe(one.box);
    }
  }
  let printing = false;
  const list = {
    boxes: blocks.map((one) => one.box),
    count: items.length,
    /* The element of an item, made if need be. */
    reveal: (index) => {
      const number = Math.floor(index / size);
      show(number);
      return all(blocks[number].box)[index % size] || null;
    },
    unroll: (most) => {
      printing = true;
      blocks.forEach((one, number) => {
        if (number * size < most) show(number);
        else {
          one.box.replaceChildren();
          one.box.style.minHeight = '';
          one.shown = false;
        }
      });
      if (items.length > most && blocks.length) {
        const text = `${items.length - Math.ceil(most / size) * size} more are not printed.`;
        blocks.at(-1).box.append(table ? h('tr', null, h('td', { colspan: columns }, text)) : h('p', null, text));
      }
    },
    roll: () => {
      printing = false;
      if (items.length > 2 * size)
        blocks.forEach((one, number) => {
          if (number) empty(one);
        });
    },
    stop: () => watcher.disconnect(),
  };
  const all = (box) => [...box.children].filter((child) => !child.matches('.kind'));
  living.push(list);
  return list;
};
