import type { SessionId } from '@werkraum/protocol';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../../ui/memory.ts';

/** Whether this person wants to see how speaking time is spread. */
export const balanceSetting = createStore<{ shown: boolean }>(() => ({
  shown: recall('local', 'balance') !== 'hidden',
}));

/** Shows or hides it for this person, also next time. */
export function showBalance(shown: boolean): void {
  remember('local', 'balance', shown ? undefined : 'hidden');
  balanceSetting.setState({ shown });
}

const consentOf = (sessionId: SessionId): string => `consent.${sessionId}`;

/** What was answered in this tab to whether speaking times may be kept; undefined: nothing yet. */
export function recallConsent(sessionId: SessionId): boolean | undefined {
  const answer = recall('session', consentOf(sessionId));
  return answer === undefined ? undefined : answer === 'yes';
}

export const rememberConsent = (sessionId: SessionId, mayKeep: boolean): void =>
  remember('session', consentOf(sessionId), mayKeep ? 'yes' : 'no');
