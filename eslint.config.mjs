// The script of the HTML report: `npx eslint` where node is there. No plugin, nothing but the rules of ESLint itself.
const browser = [
  'document', 'location', 'history', 'navigator', 'matchMedia', 'addEventListener', 'scrollTo', 'print', 'setTimeout', 'clearTimeout',
  'requestAnimationFrame', 'IntersectionObserver', 'ResizeObserver', 'getComputedStyle', 'queueMicrotask', 'URLSearchParams', 'Event',
];

export default [
  {
    files: ['factspec/report/html/script/*.js'],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: 'module',
      globals: Object.fromEntries(browser.map((name) => [name, 'readonly'])),
    },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-shadow': 'off',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text of articles must stay text: make elements.' },
        { property: 'outerHTML', message: 'Text of articles must stay text: make elements.' },
        { property: 'insertAdjacentHTML', message: 'Text of articles must stay text: make elements.' },
        { object: 'document', property: 'write', message: 'Text of articles must stay text: make elements.' },
      ],
    },
  },
];
