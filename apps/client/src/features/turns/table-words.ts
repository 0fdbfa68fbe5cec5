import type { Translate } from '../../i18n/i18n.ts';
import type { TurnQueueModel } from './turns.model.ts';

/** What is said of a table at which nobody speaks. */
export function quietWords(t: Translate<'timekeeping'>, queue: TurnQueueModel | undefined): string {
  if (!queue) return t('noInputs');
  if (queue.state === 'finished') return t('finished');
  if (queue.beat !== undefined && queue.next) return t('waitsForBeat');
  return t(queue.state === 'ready' ? 'ready' : 'quiet');
}
