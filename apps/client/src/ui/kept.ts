/**
 * The same answer for the same object, worked out once. For what is read from a document again and again while the
 * document stands still; a document that is dropped takes its answer with it.
 */
export function kept<Source extends object, Answer>(workOut: (source: Source) => Answer): (source: Source) => Answer {
  const answers = new WeakMap<Source, { answer: Answer }>();
  return (source) => {
    const held = answers.get(source) ?? { answer: workOut(source) };
    answers.set(source, held);
    return held.answer;
  };
}
