/** Words that come with the parts that say them, by language and feature. The English files are the type of every other language. */
export const LATER_WORDS = {
  en: {
    balance: () => import('./en/balance.json'),
    choosing: () => import('./en/choosing.json'),
    host: () => import('./en/host.json'),
    replanning: () => import('./en/replanning.json'),
    rotation: () => import('./en/rotation.json'),
    timekeeping: () => import('./en/timekeeping.json'),
  },
  de: {
    balance: () => import('./de/balance.json'),
    choosing: () => import('./de/choosing.json'),
    host: () => import('./de/host.json'),
    replanning: () => import('./de/replanning.json'),
    rotation: () => import('./de/rotation.json'),
    timekeeping: () => import('./de/timekeeping.json'),
  },
};

/** A feature whose words come later. */
export type LaterFeature = keyof typeof LATER_WORDS.en;

export const laterFeatures = Object.keys(LATER_WORDS.en) as LaterFeature[];
