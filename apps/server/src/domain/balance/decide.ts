import type { AnswerConsent, OrderHands, SeatId } from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';
import { notAgreed, whoCame } from './consent.ts';

type KeepSpeakingTimes = Extract<HouseCommand, { type: 'keep-speaking-times' }>;

export type BalanceCommand = OrderHands | AnswerConsent | KeepSpeakingTimes;

/** Decides about the order of hands and about what is kept (docs/spec/balance.md). Roles were checked before. */
export function decideBalance(session: Session, command: BalanceCommand, { actor }: Context): Decision {
  switch (command.type) {
    case 'order-hands':
      return session.balance.handOrder === command.by ? accept() : accept({ type: 'hands-ordered', by: command.by });
    case 'answer-consent':
      return answerConsent(session, command, seatOfActor(session, actor)?.id);
    case 'keep-speaking-times':
      return keepSpeakingTimes(session, command);
    default:
      return assertNever(command);
  }
}

function answerConsent(session: Session, { keepSpeakingTimes }: AnswerConsent, seatId: SeatId | undefined): Decision {
  if (!seatId) return reject('not-admitted');
  const isSo = (session.balance.consents[seatId] ?? false) === keepSpeakingTimes;
  return isSo ? accept() : accept({ type: 'consent-answered', seatId, keepSpeakingTimes });
}

// One "no", or no answer, and nothing is written down [BA-12].
function keepSpeakingTimes(session: Session, { from, seats }: KeepSpeakingTimes): Decision {
  if (session.status !== 'ended' || session.balance.kept || notAgreed(session) > 0) return accept();
  const amounts = whoCame(session).map(({ id }) => [id, seats[id] ?? 0] as const);
  return accept({ type: 'speaking-times-kept', from, seats: Object.fromEntries(amounts) });
}
