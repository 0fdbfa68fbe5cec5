import { z } from 'zod';
import { QuestionId } from './ids.ts';
import { line, prose } from './text.ts';

const question = {
  id: QuestionId,
  /** The question as it is put to people. */
  prompt: prose(400).min(1),
};

/** Something everybody is asked before the workshop. */
export const PrepQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...question, kind: z.literal('text') }),
  z.strictObject({ ...question, kind: z.literal('choice'), options: z.array(line(160)).min(2).max(12) }),
  z.strictObject({
    ...question,
    kind: z.literal('scale'),
    /** The lowest and the highest figure one can choose, both whole. */
    from: z.int().min(0).max(1),
    to: z.int().min(2).max(10),
    /** What the two ends mean. */
    labels: z.strictObject({ from: line(80).optional(), to: line(80).optional() }).optional(),
  }),
]);
export type PrepQuestion = z.infer<typeof PrepQuestion>;
