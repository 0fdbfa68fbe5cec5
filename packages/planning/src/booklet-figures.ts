import { type Drawing, label, round, type Shape, seriesInk, wrapped } from './drawing.ts';

/** Topics, themes, and how many cards bind one to the other. */
export interface TopicLinks {
  topics: readonly { id: string; label: string; note: string }[];
  themes: readonly { id: string; label: string }[];
  links: readonly { topic: string; theme: string; count: number }[];
}

const WIDTH = 720;
const SIZE = 14;
const SMALL = 11.5;
const NODE = 8;
/** Where labels of topics end, where their nodes stand, and where the nodes and labels of themes do. */
const TOPIC_LABEL = { x: 236, width: 228 };
const TOPIC_NODE = 246;
const THEME_NODE = 540;
const THEME_LABEL = { x: 558, width: 160 };
const GAP = 14;
const MARGIN = 6;

interface Node {
  id: string;
  lines: readonly string[];
  note: string;
  /** Cards. */
  total: number;
  /** How much room it takes. */
  height: number;
  top: number;
}

/**
 * Topics on the left, themes on the right, a band for each pair that shares cards; the width of a band is the number of cards.
 * Bands keep the order of their ends, and themes stand by the mean place of their topics, so that few cross.
 */
export function topicDrawing({ topics, themes, links }: TopicLinks): Drawing {
  const unit = unitFor(links.reduce((sum, { count }) => sum + count, 0));
  const total = (key: 'topic' | 'theme', id: string) =>
    links.reduce((sum, link) => sum + (link[key] === id ? link.count : 0), 0);
  const left = stacked(
    topics.map(({ id, label: text, note }) =>
      node(id, wrapped(text, SIZE, TOPIC_LABEL.width, 3), note, total('topic', id), unit),
    ),
  );
  const place = (id: string) => {
    const own = links.filter(({ theme }) => theme === id);
    const weight = own.reduce((sum, { count }) => sum + count, 0);
    const at = (topic: string) => left.findIndex((each) => each.id === topic);
    return own.reduce((sum, { topic, count }) => sum + at(topic) * count, 0) / Math.max(1, weight);
  };
  const ordered = [...themes].sort((one, other) => place(one.id) - place(other.id));
  const right = stacked(
    ordered.map(({ id, label: text }) =>
      node(id, wrapped(text, SIZE, THEME_LABEL.width, 2), '', total('theme', id), unit),
    ),
  );
  const height = Math.max(heightOf(left), heightOf(right));
  centre(left, height);
  centre(right, height);
  const shapes = [
    ...bands(left, right, links, unit),
    ...left.flatMap(topicShapes(unit)),
    ...right.flatMap(themeShapes(unit)),
  ];
  return { width: WIDTH, height: round(height), shapes };
}

// Few cards make wide bands, many make narrow ones; neither so that the figure leaves its page.
const unitFor = (cards: number): number => Math.max(2, Math.min(9, 320 / Math.max(1, cards)));

function node(id: string, lines: readonly string[], note: string, total: number, unit: number): Node {
  const text = lines.length * SIZE * 1.25 + (note ? SMALL * 1.5 : 0);
  return { id, lines, note, total, height: Math.max(total * unit, text), top: 0 };
}

function stacked(nodes: Node[]): Node[] {
  let top = MARGIN;
  for (const each of nodes) {
    each.top = top;
    top += each.height + GAP;
  }
  return nodes;
}

const heightOf = (nodes: readonly Node[]): number => {
  const last = nodes.at(-1);
  return last ? last.top + last.height + MARGIN : 2 * MARGIN;
};

function centre(nodes: readonly Node[], height: number): void {
  const spare = (height - heightOf(nodes)) / Math.max(1, nodes.length);
  nodes.forEach((each, index) => {
    each.top += spare * (index + 0.5);
  });
}

const middleOf = ({ top, height }: Node): number => top + height / 2;
const barTop = (each: Node, unit: number): number => middleOf(each) - (each.total * unit) / 2;

function bands(left: readonly Node[], right: readonly Node[], links: TopicLinks['links'], unit: number): Shape[] {
  const used = new Map<string, number>();
  const take = (side: string, each: Node, size: number): number => {
    const from = used.get(side + each.id) ?? 0;
    used.set(side + each.id, from + size);
    return barTop(each, unit) + from;
  };
  const [x0, x1] = [TOPIC_NODE + NODE, THEME_NODE];
  const half = (x0 + x1) / 2;
  return left.flatMap((topic, index) =>
    right.flatMap((theme): Shape[] => {
      const count = links.find((link) => link.topic === topic.id && link.theme === theme.id)?.count;
      if (!count) return [];
      const size = count * unit;
      const [a, b] = [take('<', topic, size), take('>', theme, size)].map(round) as [number, number];
      const [c, d] = [round(a + size), round(b + size)];
      const path = `M${x0} ${a}C${half} ${a} ${half} ${b} ${x1} ${b}L${x1} ${d}C${half} ${d} ${half} ${c} ${x0} ${c}Z`;
      return [{ kind: 'path', d: path, ink: seriesInk(index), opacity: 0.42 }];
    }),
  );
}

const bar = (each: Node, x: number, unit: number) => ({
  ...{
    kind: 'rect' as const,
    x,
    y: round(barTop(each, unit)),
    width: NODE,
    height: round(each.total * unit),
    radius: 2,
  },
});

const topicShapes =
  (unit: number) =>
  (each: Node, index: number): Shape[] => {
    const drop = each.note ? SMALL * 0.75 : 0;
    const at = { x: TOPIC_LABEL.x, anchor: 'end' as const };
    const below = middleOf(each) - drop + (each.lines.length * SIZE * 1.25) / 2 + SMALL * 0.6;
    return [
      { ...bar(each, TOPIC_NODE, unit), ink: seriesInk(index) },
      ...label(each.lines, { ...at, middle: middleOf(each) - drop, size: SIZE, bold: true }),
      ...(each.note ? label([each.note], { ...at, middle: below, size: SMALL, ink: 'quiet' }) : []),
    ];
  };

const themeShapes =
  (unit: number) =>
  (each: Node): Shape[] => [
    { ...bar(each, THEME_NODE, unit), ink: 'text' },
    ...label(each.lines, { x: THEME_LABEL.x, anchor: 'start', middle: middleOf(each), size: SIZE }),
  ];

/** A bar for each answer, with its words before it and its figure behind it. All bars are measured by the longest. */
export function barDrawing(bars: readonly { label: string; count: number }[]): Drawing {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const [from, until] = [236, WIDTH - 44];
  let top = MARGIN;
  const shapes = bars.flatMap(({ label: text, count }): Shape[] => {
    const lines = wrapped(text, SIZE, TOPIC_LABEL.width - 10, 3);
    const height = Math.max(26, lines.length * SIZE * 1.25 + 8);
    const middle = top + height / 2;
    const width = round(((until - from) * count) / most);
    top += height + 6;
    const track = { kind: 'rect' as const, x: from, y: round(middle - 9), height: 18, radius: 3 };
    return [
      ...label(lines, { x: from - 12, anchor: 'end', middle, size: SIZE }),
      { ...track, width: until - from, ink: 'track' },
      ...(width > 0 ? [{ ...track, width, ink: 'series-0' as const }] : []),
      ...label([String(count)], { x: until + 10, anchor: 'start', middle, size: SIZE, bold: true }),
    ];
  });
  return { width: WIDTH, height: round(top + MARGIN - 6), shapes };
}
