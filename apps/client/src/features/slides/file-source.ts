import { createSeatApi, ownSeat } from '../../connection/seat-api.ts';
import { DeckTrouble, type FileSource } from './deck.ts';

/** Fetches files with the personal link of this tab. */
export const ownFiles: FileSource = async (fileId, { signal, progress }) => {
  const seat = ownSeat();
  if (!seat) throw new DeckTrouble('gone');
  const answer = await createSeatApi(seat).fetchFile(`/files/${fileId}`, { signal, ...(progress && { progress }) });
  if (answer.ok) return answer.value;
  signal.throwIfAborted();
  throw new DeckTrouble(answer.problem === 'unreachable' || answer.problem === 'too-many' ? 'unreachable' : 'gone');
};
