import { useEffect } from 'preact/hooks';
import { useRoomSlice, useSession } from '../../connection/hooks.ts';

// Sound and pictures come first.
const SETTLED_MS = 4_000;

/**
 * Fetches the reader of PDFs while nothing else happens, where slides are likely: during a talk and at tables with inputs.
 * When they are shown, only the file is still to come. Who saves data fetches it then.
 */
export function useReaderReady(): void {
  const agenda = useSession()?.agenda;
  const hasInputs = useRoomSlice()?.turns !== undefined;
  const phaseId = agenda?.clock?.phaseId;
  const likely = hasInputs || (phaseId !== undefined && agenda?.phases[phaseId]?.kind === 'input-talk');
  useEffect(() => {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!likely || connection?.saveData) return undefined;
    const fetchReader = () =>
      import('./pdf-deck.ts').then(
        ({ startPdfWorker }) => void startPdfWorker(),
        () => undefined, // fetched again when it is wanted
      );
    const timer = setTimeout(fetchReader, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [likely]);
}
