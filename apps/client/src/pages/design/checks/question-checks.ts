import { type Check, type Checked, check } from './check.ts';

/** Questions people are asked beforehand. */
export function questionChecks({ plan }: Checked): Check[] {
  return (plan.questions ?? []).flatMap((question, index) => {
    const number = index + 1;
    const at = { pane: 'questions', questionId: question.id } as const;
    const options = question.kind === 'choice' ? question.options.filter((option) => option.trim() !== '') : undefined;
    return [
      ...(question.prompt.trim() === '' ? [check('error', 'no-prompt', { ...at, field: 'prompt' }, { number })] : []),
      ...(options && options.length < 2
        ? [check('error', 'few-options', { ...at, field: 'options' }, { number })]
        : []),
    ];
  });
}
