import type { Language } from '@werkraum/protocol';

/** Whose archive it is, and of which workshop. */
export interface About {
  title: string;
  name: string;
}

/** What an archive says by itself, in one language. */
export interface ExportWords {
  plenary: string;
  tableName: (label: string) => string;
  /** A table that nothing else is known of: one of a practice. */
  practice: string;
  /** Above words that stand in earlier versions alone. */
  earlier: string;
  notes: string;
  file: string;
  readme: (about: About) => string;
}

const en: ExportWords = {
  plenary: 'Plenary',
  tableName: (label) => `Table ${label}`,
  practice: 'Practice table',
  earlier: 'Only in earlier versions:',
  notes: 'Notes',
  file: 'Slides',
  readme: ({ title, name }) => `What ${name} contributed to “${title}”

This archive was made for the holder of one personal link, and nobody else
can fetch it. It holds what you said and brought, and nothing that others wrote.

In it
  contributions.json  Everything that is kept under your seat, in the order in
                      which it happened: messages, cards, questions, votes,
                      answers of the preparation, hands, turns. Also how long
                      you spoke, where everybody agreed that this is kept.
                      Instants count milliseconds since 1970 (UTC).
  notes/              Your own words in shared notes, place by place, those in
                      earlier versions included. “…” stands where somebody
                      else’s words are. Text counts as written by whoever
                      typed, pasted or moved it last.
  files/              The slides you uploaded. Pictures are as they are kept:
                      upright and without hidden data.

Not in it
  Your answers to the survey: nobody can tell whose an answer is.
  What others wrote, messages to you included: their words are theirs.
  How long others spoke.
  Sound and picture: nothing was ever recorded.
  Slides you removed: they are gone.
`,
};

const de: ExportWords = {
  plenary: 'Plenum',
  tableName: (label) => `Tisch ${label}`,
  practice: 'Probetisch',
  earlier: 'Nur in früheren Fassungen:',
  notes: 'Notizen',
  file: 'Folien',
  readme: ({ title, name }) => `Was ${name} zu „${title}“ beigetragen hat

Dieses Archiv wurde für die Person mit dem persönlichen Link erstellt; niemand
sonst kann es abrufen. Es enthält, was Sie gesagt und mitgebracht haben, und
nichts, was andere geschrieben haben.

Darin
  contributions.json  Alles, was unter Ihrem Platz aufbewahrt ist, in der
                      Reihenfolge, in der es geschah: Nachrichten, Karten,
                      Fragen, Stimmen, Antworten der Vorbereitung, Meldungen,
                      Beiträge. Auch, wie lange Sie gesprochen haben, wo alle
                      zugestimmt haben, dass das aufbewahrt wird. Zeiten zählen
                      Millisekunden seit 1970 (UTC).
  notes/              Ihre eigenen Worte in gemeinsamen Notizen, Ort für Ort,
                      auch die in früheren Fassungen. „…“ steht, wo Worte
                      anderer stehen. Ein Text gilt als von der Person
                      geschrieben, die ihn zuletzt getippt, eingefügt oder
                      verschoben hat.
  files/              Ihre hochgeladenen Folien. Bilder so, wie sie aufbewahrt
                      sind: aufrecht und ohne versteckte Angaben.

Nicht darin
  Ihre Antworten in der Umfrage: Niemand weiß, von wem eine Antwort ist.
  Was andere geschrieben haben, auch Nachrichten an Sie: Es sind deren Worte.
  Wie lange andere gesprochen haben.
  Ton und Bild: Aufgezeichnet wurde nie.
  Folien, die Sie entfernt haben: Es gibt sie nicht mehr.
`,
};

/** The words of an archive in its language. */
export const exportWords = (language: Language): ExportWords => ({ en, de })[language];
