/* Elements are made, never written as markup: text of an article stays text whatever it holds. */

const SVG = 'http://www.w3.org/2000/svg';

const fill = (element, properties, children) => {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child != null && child !== false && child !== '' && child !== undefined),
  );
  return element;
};

export const h = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);
export const svg = (tag, properties, ...children) => fill(document.createElementNS(SVG, tag), properties, children);
export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
export const unseen = (...text) => h('span', { class: 'vh' }, ...text);
/* Foreign text that may run from right to left, kept from turning what stands around it. */
export const apart = (...text) => h('bdi', null, ...text);
export const say = (text) => {
  one('#live').textContent = text;
};
