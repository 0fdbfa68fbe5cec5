/** Words that come with the parts that say them, by language and feature. The English files are the type of every other language. */
export const LATER_WORDS = {
  en: {
    announcements: () => import('./en/announcements.json'),
    'break-screen': () => import('./en/break-screen.json'),
    facilitating: () => import('./en/facilitating.json'),
    balance: () => import('./en/balance.json'),
    booklet: () => import('./en/booklet.json'),
    'table-signals': () => import('./en/table-signals.json'),
    chat: () => import('./en/chat.json'),
    choosing: () => import('./en/choosing.json'),
    design: () => import('./en/design.json'),
    host: () => import('./en/host.json'),
    parking: () => import('./en/parking.json'),
    polls: () => import('./en/polls.json'),
    prepare: () => import('./en/prepare.json'),
    questions: () => import('./en/questions.json'),
    reactions: () => import('./en/reactions.json'),
    references: () => import('./en/references.json'),
    replanning: () => import('./en/replanning.json'),
    rotation: () => import('./en/rotation.json'),
    slides: () => import('./en/slides.json'),
    timekeeping: () => import('./en/timekeeping.json'),
  },
  de: {
    announcements: () => import('./de/announcements.json'),
    'break-screen': () => import('./de/break-screen.json'),
    facilitating: () => import('./de/facilitating.json'),
    balance: () => import('./de/balance.json'),
    booklet: () => import('./de/booklet.json'),
    'table-signals': () => import('./de/table-signals.json'),
    chat: () => import('./de/chat.json'),
    choosing: () => import('./de/choosing.json'),
    design: () => import('./de/design.json'),
    host: () => import('./de/host.json'),
    parking: () => import('./de/parking.json'),
    polls: () => import('./de/polls.json'),
    prepare: () => import('./de/prepare.json'),
    questions: () => import('./de/questions.json'),
    reactions: () => import('./de/reactions.json'),
    references: () => import('./de/references.json'),
    replanning: () => import('./de/replanning.json'),
    rotation: () => import('./de/rotation.json'),
    slides: () => import('./de/slides.json'),
    timekeeping: () => import('./de/timekeeping.json'),
  },
};

/** A feature whose words come later. */
export type LaterFeature = keyof typeof LATER_WORDS.en;

export const laterFeatures = Object.keys(LATER_WORDS.en) as LaterFeature[];
