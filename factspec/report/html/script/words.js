/* Which words differ between what was said and what the article has. */

import { h } from './dom.js';

const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/* The words of `b` as nodes, with those marked that are not in `a`, by the longest common run of words. */
export const differing = (a, b) => {
  const left = a.split(/\s+/).slice(0, 200),
    right = b.split(/\s+/).slice(0, 200);
  const longest = Array.from({ length: left.length + 1 }, () => new Array(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i][j] =
        bare(left[i]) === bare(right[j]) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const nodes = [];
  for (let i = 0, j = 0; j < right.length;) {
    if (i < left.length && bare(left[i]) === bare(right[j])) {
      nodes.push(right[j], ' ');
      i++;
      j++;
    } else if (i < left.length && longest[i + 1][j] >= longest[i][j + 1]) i++;
    else {
      nodes.push(h('b', { class: 'chg' }, right[j]), ' ');
      j++;
    }
  }
  return nodes;
};
