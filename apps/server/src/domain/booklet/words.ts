import type { ColumnKind, Language, Role } from '@werkraum/protocol';

type Count = (count: number) => string;

/** What a booklet says by itself, in one language. */
export interface BookletWords {
  kicker: string;
  contents: string;
  page: string;
  figure: string;
  table: string;
  titles: Readonly<Record<SectionName, string>>;
  date: string;
  place: string;
  online: string;
  hosts: string;
  people: string;
  peopleCount: Count;
  ahead: string;
  roles: Readonly<Record<Role, Count>>;
  phase: string;
  planned: string;
  took: string;
  began: string;
  added: string;
  dropped: string;
  notReached: string;
  total: string;
  minutes: Count;
  programmeLead: (took: string, planned: string) => string;
  programmePlan: (planned: string) => string;
  programmeCaption: string;
  peopleLead: (count: number, tables: string) => string;
  peopleNamed: string;
  peopleUnnamed: Count;
  nobodyNamed: string;
  round: (number: number, topic: string) => string;
  tableName: (label: string) => string;
  tableTopic: (label: string, topic: string) => string;
  tablePeople: Count;
  question: string;
  notes: string;
  nothingHandedOver: string;
  resultsLead: string;
  topicsLead: string;
  topicsCaption: string;
  topicsAlt: (topics: number, themes: number, list: string) => string;
  topicsTable: string;
  theme: string;
  topics: string;
  cardsHead: string;
  themeWith: (theme: string, topics: string) => string;
  /** What a column is called that has no name of its own. */
  columns: Readonly<Record<ColumnKind, string>>;
  reflectionLead: string;
  answered: string;
  open: string;
  done: string;
  votes: Count;
  keptBy: (name: string) => string;
  nobodyKeeps: string;
  brought: (title: string) => string;
  reference: Readonly<Record<string, string>>;
  surveyLead: Count;
  surveyOpen: string;
  chartNote: Count;
  chartAlt: (title: string, list: string) => string;
  bar: (label: string, count: number) => string;
  colophon: (title: string, date: string) => string;
  colophonContent: string;
  record: (entries: number, value: string) => string;
  recordDamaged: string;
}

export type SectionName =
  | 'programme'
  | 'people'
  | 'topics'
  | 'results'
  | 'reflection'
  | 'questions'
  | 'polls'
  | 'open'
  | 'references'
  | 'survey'
  | 'colophon';

const of =
  (one: string, many: string): Count =>
  (count) =>
    `${count} ${count === 1 ? one : many}`;

const en: BookletWords = {
  kicker: 'Workshop booklet',
  contents: 'Contents',
  page: 'Page',
  figure: 'Figure',
  table: 'Table',
  titles: {
    programme: 'Programme: planned and actual',
    people: 'Who took part',
    topics: 'Topics and how they interlock',
    results: 'Results of the tables',
    reflection: 'Reflection and learnings',
    questions: 'Questions to the speakers',
    polls: 'Polls',
    open: 'Open points',
    references: 'References',
    survey: 'Survey',
    colophon: 'About this booklet',
  },
  date: 'Date',
  place: 'Place',
  online: 'Online',
  hosts: 'Facilitation',
  people: 'Participants',
  peopleCount: (count) => String(count),
  ahead: 'still to come',
  roles: {
    facilitator: of('facilitator', 'facilitators'),
    timekeeper: of('timekeeper', 'timekeepers'),
    speaker: of('speaker', 'speakers'),
    participant: of('participant', 'participants'),
  },
  phase: 'Part',
  planned: 'Planned',
  took: 'Actual',
  began: 'Began',
  added: 'added',
  dropped: 'dropped',
  notReached: 'not reached',
  total: 'Altogether',
  minutes: (count) => `${count} min`,
  programmeLead: (took, planned) => `The workshop took ${took}; planned were ${planned}.`,
  programmePlan: (planned) => `The programme is planned for ${planned}.`,
  programmeCaption: 'Parts of the workshop with their planned and actual length',
  peopleLead: (count, tables) => `${of('person', 'people')(count)} took part: ${tables}.`,
  peopleNamed: 'Those named here have agreed to it.',
  peopleUnnamed: (count) => `${of('more person is', 'more people are')(count)} not named.`,
  nobodyNamed: 'People are named only where they have agreed to it.',
  round: (number, topic) => `Round ${number}: ${topic}`,
  tableName: (label) => `Table ${label}`,
  tableTopic: (label, topic) => `Table ${label}: ${topic}`,
  tablePeople: of('person at this table', 'people at this table'),
  question: 'Guiding question',
  notes: 'Notes of the table',
  nothingHandedOver: 'This table has handed nothing over.',
  resultsLead: 'Each table decided for itself what it handed over. What is not here stayed at the table.',
  topicsLead: 'Cards carry tags. Where topics share a tag, they touch; the wider the band, the more cards.',
  topicsCaption: 'Topics of the tables and the themes that connect them',
  topicsAlt: (topics, themes, list) => `Topics (${topics}) and themes (${themes}) as bands. ${list}`,
  topicsTable: 'The same as a table: themes, the topics they connect, and how many cards carry them',
  theme: 'Theme',
  topics: 'Topics it connects (cards)',
  cardsHead: 'Cards',
  themeWith: (theme, topics) => `“${theme}”: ${topics}.`,
  columns: {
    idea: 'Ideas',
    example: 'Examples',
    obstacle: 'Obstacles',
    resource: 'Resources',
    question: 'Questions',
    sdg: 'SDGs',
    keep: 'Keep',
    change: 'Change',
    learned: 'Learned',
    other: 'More',
  },
  reflectionLead: 'Gathered by everybody together at the end of the workshop.',
  answered: 'answered',
  open: 'open',
  done: 'done',
  votes: of('vote', 'votes'),
  keptBy: (name) => `Kept by ${name}`,
  nobodyKeeps: 'Nobody named as keeper',
  brought: (title) => `Brought along from “${title}”`,
  reference: {
    publication: 'Publication',
    guideline: 'Guideline',
    network: 'Network',
    platform: 'Platform',
    conference: 'Conference',
    other: 'More',
  },
  surveyLead: (count) => `${of('anonymous answer', 'anonymous answers')(count)} after the workshop.`,
  surveyOpen: 'In their own words, in no particular order',
  chartNote: of('answer', 'answers'),
  chartAlt: (title, list) => `Bar chart “${title}”: ${list}.`,
  bar: (label, count) => `${label} ${count}`,
  colophon: (title, date) => `Made with Werkraum from what happened in “${title}”, as of ${date}.`,
  colophonContent:
    'It holds what was said to everybody: what tables handed over, what was written in plenary, and what was published. Conversations, private notes, what stayed at a table, speaking times and recordings are not in it; recordings were never made. People are named only if they agreed.',
  record: (entries, value) =>
    `Record of this workshop up to its end: ${of('entry', 'entries')(entries)}, check value ${value}. As long as the server gives the same value, nothing in the record has been altered; when somebody is erased, the record is written anew and has another value.`,
  recordDamaged: 'The record of this workshop is damaged, so there is no check value for it.',
};

const de: BookletWords = {
  kicker: 'Workshop-Dokumentation',
  contents: 'Inhalt',
  page: 'Seite',
  figure: 'Abbildung',
  table: 'Tabelle',
  titles: {
    programme: 'Ablauf: geplant und tatsächlich',
    people: 'Wer dabei war',
    topics: 'Themen und wie sie ineinandergreifen',
    results: 'Ergebnisse der Tische',
    reflection: 'Reflexion und Erkenntnisse',
    questions: 'Fragen an die Vortragenden',
    polls: 'Abstimmungen',
    open: 'Offene Punkte',
    references: 'Quellen und Hinweise',
    survey: 'Umfrage',
    colophon: 'Zu diesem Heft',
  },
  date: 'Datum',
  place: 'Ort',
  online: 'Online',
  hosts: 'Moderation',
  people: 'Teilnehmende',
  peopleCount: (count) => String(count),
  ahead: 'noch nicht begonnen',
  roles: {
    facilitator: of('in der Moderation', 'in der Moderation'),
    timekeeper: of('in der Zeitnahme', 'in der Zeitnahme'),
    speaker: of('mit Vortrag', 'mit Vortrag'),
    participant: of('teilnehmende Person', 'Teilnehmende'),
  },
  phase: 'Teil',
  planned: 'Geplant',
  took: 'Tatsächlich',
  began: 'Beginn',
  added: 'ergänzt',
  dropped: 'entfallen',
  notReached: 'nicht erreicht',
  total: 'Insgesamt',
  minutes: (count) => `${count} min`,
  programmeLead: (took, planned) => `Der Workshop dauerte ${took}; geplant waren ${planned}.`,
  programmePlan: (planned) => `Der Ablauf ist für ${planned} geplant.`,
  programmeCaption: 'Teile des Workshops mit geplanter und tatsächlicher Länge',
  peopleLead: (count, tables) => `${of('Person war', 'Personen waren')(count)} dabei: ${tables}.`,
  peopleNamed: 'Wer hier genannt ist, hat dem zugestimmt.',
  peopleUnnamed: (count) => `${of('weitere Person ist', 'weitere Personen sind')(count)} nicht genannt.`,
  nobodyNamed: 'Namen stehen hier nur von Menschen, die dem zugestimmt haben.',
  round: (number, topic) => `Runde ${number}: ${topic}`,
  tableName: (label) => `Tisch ${label}`,
  tableTopic: (label, topic) => `Tisch ${label}: ${topic}`,
  tablePeople: of('Person an diesem Tisch', 'Personen an diesem Tisch'),
  question: 'Leitfrage',
  notes: 'Notizen des Tisches',
  nothingHandedOver: 'Dieser Tisch hat nichts übergeben.',
  resultsLead: 'Jeder Tisch hat selbst entschieden, was er übergibt. Was hier nicht steht, ist am Tisch geblieben.',
  topicsLead:
    'Karten tragen Stichworte. Wo Themen ein Stichwort teilen, berühren sie sich; je breiter das Band, desto mehr Karten.',
  topicsCaption: 'Themen der Tische und die Stichworte, die sie verbinden',
  topicsAlt: (topics, themes, list) => `Themen (${topics}) und Stichworte (${themes}) als Bänder. ${list}`,
  topicsTable: 'Dasselbe als Tabelle: Stichworte, die Themen, die sie verbinden, und wie viele Karten sie tragen',
  theme: 'Stichwort',
  topics: 'Themen, die es verbindet (Karten)',
  cardsHead: 'Karten',
  themeWith: (theme, topics) => `„${theme}“: ${topics}.`,
  columns: {
    idea: 'Ideen',
    example: 'Beispiele',
    obstacle: 'Hürden',
    resource: 'Hilfsmittel',
    question: 'Fragen',
    sdg: 'Nachhaltigkeitsziele',
    keep: 'Beibehalten',
    change: 'Ändern',
    learned: 'Gelernt',
    other: 'Weiteres',
  },
  reflectionLead: 'Am Ende des Workshops von allen gemeinsam gesammelt.',
  answered: 'beantwortet',
  open: 'offen',
  done: 'erledigt',
  votes: of('Stimme', 'Stimmen'),
  keptBy: (name) => `Es kümmert sich: ${name}`,
  nobodyKeeps: 'Ohne genannte Zuständigkeit',
  brought: (title) => `Mitgebracht aus „${title}“`,
  reference: {
    publication: 'Veröffentlichung',
    guideline: 'Leitfaden',
    network: 'Netzwerk',
    platform: 'Plattform',
    conference: 'Tagung',
    other: 'Weiteres',
  },
  surveyLead: (count) => `${of('anonyme Antwort', 'anonyme Antworten')(count)} nach dem Workshop.`,
  surveyOpen: 'In eigenen Worten, ohne bestimmte Reihenfolge',
  chartNote: of('Antwort', 'Antworten'),
  chartAlt: (title, list) => `Balkendiagramm „${title}“: ${list}.`,
  bar: (label, count) => `${label} ${count}`,
  colophon: (title, date) => `Mit Werkraum erstellt aus dem, was in „${title}“ geschehen ist, Stand ${date}.`,
  colophonContent:
    'Es enthält, was allen gesagt wurde: was Tische übergeben haben, was im Plenum geschrieben und was veröffentlicht wurde. Gespräche, private Notizen, was am Tisch blieb, Redezeiten und Aufzeichnungen stehen nicht darin; aufgezeichnet wurde nie. Namen stehen nur von Menschen, die dem zugestimmt haben.',
  record: (entries, value) =>
    `Ereignisprotokoll dieses Workshops bis zu seinem Ende: ${of('Eintrag', 'Einträge')(entries)}, Prüfwert ${value}. Solange der Server denselben Wert nennt, ist am Protokoll nichts verändert worden; wird eine Person gelöscht, wird es neu geschrieben und hat einen anderen Wert.`,
  recordDamaged: 'Das Ereignisprotokoll dieses Workshops ist beschädigt; einen Prüfwert gibt es deshalb nicht.',
};

/** The words of a booklet in its language. */
export const bookletWords = (language: Language): BookletWords => ({ en, de })[language];
