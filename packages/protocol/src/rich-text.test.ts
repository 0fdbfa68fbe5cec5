import { expect, test } from 'vitest';
import { charactersIn, isBlank, isSafeLink, plainText, RICH_TEXT_LIMITS, RichText } from './rich-text.ts';

const sample: RichText = [
  { kind: 'heading', level: 2, runs: [{ text: 'Traffic' }] },
  { kind: 'paragraph', runs: [{ text: 'Fewer ' }, { text: 'cars', bold: true }, { text: '\nmore trees' }] },
  {
    kind: 'list',
    ordered: true,
    items: [
      { depth: 0, runs: [{ text: 'one' }] },
      { depth: 1, runs: [{ text: 'within' }] },
      { depth: 0, runs: [{ text: 'two', link: 'https://example.org/' }] },
      { depth: 1, runs: [] },
    ],
  },
  { kind: 'quote', runs: [{ text: 'so it is', italic: true }] },
];

test('[NO-16] a rich text is blocks of runs, and nothing else', () => {
  expect(RichText.parse(sample)).toEqual(sample);
  for (const wrong of [
    [{ kind: 'script', runs: [] }],
    [{ kind: 'paragraph', runs: [{ text: 'x', style: 'color:red' }] }],
    [{ kind: 'paragraph', runs: [{ text: 'x', link: 'javascript:alert(1)' }] }],
    [{ kind: 'heading', level: 1, runs: [] }],
    [{ kind: 'list', ordered: false, items: [{ depth: 9, runs: [] }] }],
  ]) {
    expect(RichText.safeParse(wrong).success).toBe(false);
  }
});

test('[NO-16] links lead to https and mail, nowhere else', () => {
  for (const href of ['https://example.org/a?b=c', 'HTTPS://EXAMPLE.ORG', 'mailto:ada@example.org'])
    expect(isSafeLink(href)).toBe(true);
  for (const href of [
    'http://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://x.y',
    '//x.y',
    'https://',
  ])
    expect(isSafeLink(href)).toBe(false);
  expect(isSafeLink(`https://${'x'.repeat(3_000)}`)).toBe(false);
});

test('[NO-16] a text that is too long altogether is none', () => {
  const half = { kind: 'paragraph' as const, runs: [{ text: 'x'.repeat(RICH_TEXT_LIMITS.characters / 2) }] };
  expect(charactersIn([half, half])).toBe(RICH_TEXT_LIMITS.characters);
  expect(RichText.safeParse([half, half]).success).toBe(true);
  expect(RichText.safeParse([half, half, { kind: 'quote', runs: [{ text: 'x' }] }]).success).toBe(false);
});

test('[NO-17] the plain text keeps headings, breaks and lists readable', () => {
  expect(plainText(sample)).toBe('Traffic\n\nFewer cars\nmore trees\n\n1. one\n  1. within\n2. two\n  1. \n\nso it is');
  expect(plainText([])).toBe('');
});

test('[NO-17] a text of spaces and empty lists is blank', () => {
  expect(isBlank(sample)).toBe(false);
  expect(isBlank([{ kind: 'paragraph', runs: [{ text: ' \n' }] }])).toBe(true);
  expect(isBlank([{ kind: 'list', ordered: false, items: [{ depth: 0, runs: [] }] }])).toBe(true);
});
