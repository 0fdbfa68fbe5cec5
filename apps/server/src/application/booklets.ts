import type { Booklet, BookletAnswer } from '@werkraum/protocol';
import { bookletOf } from '../domain/booklet/document.ts';
import { forReaders } from '../domain/booklet/readers.ts';
import type { BookletExtras } from '../domain/booklet/sources.ts';
import { surveySource } from '../domain/booklet/survey-source.ts';
import { mayReadBooklet } from '../domain/booklet/view.ts';
import type { Seat } from '../domain/people/people.ts';
import { facilitates } from '../domain/seats.ts';
import type { Session } from '../domain/session.ts';
import type { BookletFormat, BookletPrinter, Printed } from '../ports/booklet-printer.ts';
import type { Clock } from '../ports/clock.ts';
import type { BallotOffice } from './ballot-office.ts';
import type { RecordChecks } from './record-checks.ts';

/** Booklets for whoever may read them. Nothing is kept: each is made from the session as it is now. */
export interface Booklets {
  /** What this seat gets to see; undefined when it may not read it. */
  answer(session: Session, seat: Seat): Promise<BookletAnswer | undefined>;
  /** The file this seat may take home; undefined when it may not read it. */
  file(session: Session, seat: Seat, format: BookletFormat): Promise<Printed | undefined>;
  /** The file for the organiser, as readers would get it. */
  fileForHost(session: Session, format: BookletFormat): Promise<Printed>;
}

export interface BookletsParts {
  printer: BookletPrinter;
  clock: Clock;
  /** Where answers to the survey are kept. */
  office: Pick<BallotOffice, 'results'>;
  records: RecordChecks;
}

export function createBooklets({ printer, clock, office, records }: BookletsParts): Booklets {
  // Once facilitators have published them; before that they are not for everybody.
  async function extrasOf(session: Session): Promise<BookletExtras> {
    const {
      id,
      title,
      survey: { state, questions },
    } = session;
    const record = await records.of(session);
    const results = state === 'published' ? await office.results(id, { title, questions }) : undefined;
    const survey = results && surveySource(results);
    return { ...(survey && { survey }), ...(record && { record }) };
  }
  const full = async (session: Session): Promise<Booklet> => bookletOf(session, await extrasOf(session), clock.now());
  const fileForHost: Booklets['fileForHost'] = async (session, format) =>
    printer.print(forReaders(await full(session)), format);
  return {
    fileForHost,
    async answer(session, seat) {
      if (!mayReadBooklet(session, seat)) return undefined;
      const { publishedAt, revision, back } = session.booklet;
      const edits = facilitates(seat);
      const booklet = await full(session);
      return {
        booklet: edits ? booklet : forReaders(booklet),
        ...(publishedAt !== undefined && { publishedAt }),
        ...(edits && { revision }),
        canUndo: edits && back.length > 0,
      };
    },
    async file(session, seat, format) {
      return mayReadBooklet(session, seat) ? fileForHost(session, format) : undefined;
    },
  };
}
