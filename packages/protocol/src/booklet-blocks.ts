import './no-code-from-text.ts';
import { z } from 'zod';

/** Names one block of a booklet, or one section. The same every time the booklet is made, so that edits find it again. */
export const BlockId = z
  .string()
  .max(160)
  .regex(/^[A-Za-z0-9_.~-]+$/)
  .refine((id) => !(id in {}), 'reserved-name')
  .brand<'BlockId'>();
export type BlockId = z.infer<typeof BlockId>;

/** Names one text within a block: an item, a card, a cell (`row~column`), `caption`, or `text` where there is only one. */
export const PartId = z
  .string()
  .max(160)
  .regex(/^[A-Za-z0-9_.~-]+$/)
  .refine((id) => !(id in {}), 'reserved-name')
  .brand<'PartId'>();
export type PartId = z.infer<typeof PartId>;

/** A stretch of text in one style. `href` is https or mailto. */
export const BookletRun = z.strictObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z.string().optional(),
});
export type BookletRun = z.infer<typeof BookletRun>;

/** One paragraph of text that was written together. */
export const BookletProse = z.strictObject({
  part: PartId,
  as: z.enum(['paragraph', 'heading', 'bullet', 'number', 'quote']),
  /** Of an item of a list: 0 or absent is the outermost. */
  depth: z.int().min(0).optional(),
  /** Of an item of a numbered list. */
  number: z.int().min(1).optional(),
  runs: z.array(BookletRun),
});
export type BookletProse = z.infer<typeof BookletProse>;

/** A text that was edited: what is generated in its place now, and whether that is no longer what was edited. */
export const EditMark = z.strictObject({ source: z.string(), changed: z.literal(true).optional() });
export type EditMark = z.infer<typeof EditMark>;

const block = {
  id: BlockId,
  /** Left out of what readers get; only those who edit receive it. */
  hidden: z.literal(true).optional(),
  /** By part; only for those who edit. */
  edits: z.record(z.string(), EditMark).optional(),
};

const Card = z.strictObject({
  part: PartId,
  text: z.string(),
  tags: z.array(z.string()),
  votes: z.int().optional(),
});

const Entry = z.strictObject({
  part: PartId,
  text: z.string(),
  /** A second, quieter line. */
  detail: z.string().optional(),
  href: z.string().optional(),
  /** A short label before it, such as `answered` or `publication`. */
  label: z.string().optional(),
});

/** Topics on one side, what they have in common on the other, and how strongly they are bound. */
export const TopicMap = z.strictObject({
  topics: z.array(z.strictObject({ id: z.string(), label: z.string(), note: z.string() })),
  themes: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  /** `count`: cards of this topic that carry this theme. */
  links: z.array(z.strictObject({ topic: z.string(), theme: z.string(), count: z.int().min(1) })),
});
export type TopicMap = z.infer<typeof TopicMap>;

export const BookletBar = z.strictObject({ label: z.string(), count: z.number().min(0) });
export type BookletBar = z.infer<typeof BookletBar>;

/** One thing that stands in a booklet. Every format is made from the same blocks. */
export const BookletBlock = z.discriminatedUnion('kind', [
  /** A heading below the section's own; 2 stands above 3. */
  z.strictObject({
    ...block,
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.strictObject({
    ...block,
    kind: z.literal('paragraph'),
    text: z.string(),
    tone: z.enum(['lead', 'small']).optional(),
    /** Written by those who edit, not generated. */
    own: z.literal(true).optional(),
    /** Said by the house alone: it may be left out, and not be said differently. */
    fixed: z.literal(true).optional(),
  }),
  z.strictObject({ ...block, kind: z.literal('prose'), paragraphs: z.array(BookletProse) }),
  z.strictObject({ ...block, kind: z.literal('list'), items: z.array(Entry) }),
  z.strictObject({
    ...block,
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.strictObject({ text: z.string(), end: z.literal(true).optional() })),
    rows: z.array(z.strictObject({ part: PartId, cells: z.array(z.string()) })),
  }),
  z.strictObject({
    ...block,
    kind: z.literal('cards'),
    groups: z.array(z.strictObject({ part: PartId, title: z.string(), tone: z.string(), cards: z.array(Card) })),
  }),
  z.strictObject({ ...block, kind: z.literal('figure'), caption: z.string(), alt: z.string(), map: TopicMap }),
  z.strictObject({
    ...block,
    kind: z.literal('chart'),
    caption: z.string(),
    alt: z.string(),
    bars: z.array(BookletBar),
    /** What is counted, and how many in all, in words. */
    note: z.string(),
  }),
]);
export type BookletBlock = z.infer<typeof BookletBlock>;
export type BlockOf<Kind extends BookletBlock['kind']> = Extract<BookletBlock, { kind: Kind }>;

export const BookletSection = z.strictObject({
  id: BlockId,
  title: z.string(),
  hidden: z.literal(true).optional(),
  edits: z.record(z.string(), EditMark).optional(),
  blocks: z.array(BookletBlock),
});
export type BookletSection = z.infer<typeof BookletSection>;
