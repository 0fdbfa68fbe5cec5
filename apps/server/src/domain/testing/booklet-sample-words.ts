/** English, German. */
export type Said = readonly [en: string, de: string];

export interface SaidCard {
  text: Said;
  tags?: readonly Said[];
  votes?: number;
}

export interface SaidTable {
  topic: Said;
  groups: readonly { tone: string; title: Said; cards: readonly SaidCard[] }[];
  notes?: readonly { as: 'heading' | 'paragraph' | 'bullet' | 'quote'; text: Said }[];
}

const LEAD: Said = ['leadership', 'Führung'];
const DATA: Said = ['open data', 'offene Daten'];
const PEOPLE: Said = ['participation', 'Beteiligung'];
const MONEY: Said = ['funding', 'Förderung'];
const SKILL: Said = ['skills', 'Kompetenzen'];
const SDG: Said = ['SDG reporting', 'SDG-Bericht'];
const NET: Said = ['networks', 'Netzwerke'];
const LAB: Said = ['labs', 'Reallabore'];

const IDEA: Said = ['Ideas', 'Ideen'];
const EXAMPLE: Said = ['Examples', 'Beispiele'];
const OBSTACLE: Said = ['Obstacles', 'Hürden'];

export const ROUNDS: readonly { topic: Said; question: Said; tables: readonly SaidTable[] }[] = [
  {
    topic: ['Strategies, structures, processes', 'Strategien, Strukturen, Prozesse'],
    question: [
      'How do you connect sustainability and digitisation in your administration, and who carries it?',
      'Wie verbinden Sie Nachhaltigkeit und Digitalisierung in Ihrer Verwaltung, und wer trägt das?',
    ],
    tables: [
      {
        topic: ['One strategy instead of two', 'Eine Strategie statt zweier'],
        groups: [
          {
            ...{ tone: 'idea', title: IDEA },
            cards: [
              {
                text: [
                  'Write the next digital strategy along the 17 goals, with one budget line per goal.',
                  'Die nächste Digitalstrategie entlang der 17 Ziele schreiben, mit einer Haushaltszeile je Ziel.',
                ],
                tags: [SDG, MONEY],
                votes: 5,
              },
              {
                text: [
                  'A joint steering group of CIO office and climate office that meets every month.',
                  'Eine gemeinsame Steuerungsgruppe von CIO-Büro und Klimastelle, die jeden Monat tagt.',
                ],
                tags: [LEAD],
                votes: 4,
              },
              {
                text: [
                  'Check every council paper for both: what does it do for the climate, what for the data?',
                  'Jede Ratsvorlage auf beides prüfen: Was bringt sie fürs Klima, was für die Daten?',
                ],
                tags: [LEAD, DATA],
              },
            ],
          },
          {
            ...{ tone: 'example', title: EXAMPLE },
            cards: [
              {
                text: [
                  'Sustainability council with a digital working group since 2021.',
                  'Nachhaltigkeitsrat mit einer Arbeitsgruppe Digitales seit 2021.',
                ],
                tags: [PEOPLE],
                votes: 2,
              },
              {
                text: [
                  'A dashboard shows energy use of all schools; caretakers look at it daily.',
                  'Ein Dashboard zeigt den Energieverbrauch aller Schulen; die Hausmeister sehen täglich hinein.',
                ],
                tags: [DATA, SDG],
              },
            ],
          },
          {
            ...{ tone: 'obstacle', title: OBSTACLE },
            cards: [
              {
                text: [
                  'Two departments, two funding rules, two calendars.',
                  'Zwei Dezernate, zwei Förderlogiken, zwei Kalender.',
                ],
                tags: [MONEY],
                votes: 3,
              },
            ],
          },
        ],
        notes: [
          { as: 'heading', text: ['What we agreed on', 'Worauf wir uns geeinigt haben'] },
          {
            as: 'paragraph',
            text: [
              'Nobody at this table has one strategy yet. All of us have people who would write it, if somebody at the top asked for it.',
              'Niemand an diesem Tisch hat bisher eine gemeinsame Strategie. Wir alle haben Menschen, die sie schreiben würden, wenn die Spitze danach fragte.',
            ],
          },
          {
            as: 'bullet',
            text: [
              'Start with one project that needs both offices, not with a paper.',
              'Mit einem Vorhaben beginnen, das beide Stellen braucht, nicht mit einem Papier.',
            ],
          },
          {
            as: 'bullet',
            text: [
              'Report to the council once a year, in one document.',
              'Dem Rat einmal im Jahr berichten, in einem Dokument.',
            ],
          },
          {
            as: 'quote',
            text: [
              '“The strategy was there. The Tuesday to work on it was missing.”',
              '„Die Strategie war da. Es fehlte der Dienstag, an ihr zu arbeiten.“',
            ],
          },
        ],
      },
      {
        topic: ['Who carries it', 'Wer es trägt'],
        groups: [
          {
            ...{ tone: 'idea', title: IDEA },
            cards: [
              {
                text: [
                  'Train one “connector” in each department; give them four hours a week.',
                  'In jedem Amt eine „Verbindungsperson“ ausbilden und ihr vier Stunden in der Woche geben.',
                ],
                tags: [SKILL, LEAD],
                votes: 6,
              },
              {
                text: [
                  'Let apprentices lead a small project across offices.',
                  'Auszubildende ein kleines Vorhaben über Ämter hinweg leiten lassen.',
                ],
                tags: [SKILL],
              },
            ],
          },
          {
            ...{ tone: 'obstacle', title: OBSTACLE },
            cards: [
              {
                text: [
                  'Whoever connects is measured by neither office.',
                  'Wer verbindet, wird von keinem der Ämter gemessen.',
                ],
                tags: [LEAD],
                votes: 2,
              },
              {
                text: [
                  'Posts are temporary: knowledge leaves with the funding.',
                  'Stellen sind befristet: Mit der Förderung geht das Wissen.',
                ],
                tags: [MONEY, SKILL],
                votes: 4,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    topic: ['Instruments, products and services', 'Instrumente, Produkte, Dienste'],
    question: [
      'Which tools and services have proved themselves, and what is missing?',
      'Welche Werkzeuge und Angebote haben sich bewährt, und was fehlt Ihnen?',
    ],
    tables: [
      {
        topic: ['Tools that help today', 'Werkzeuge, die heute helfen'],
        groups: [
          {
            ...{ tone: 'example', title: EXAMPLE },
            cards: [
              {
                text: [
                  'LoRaWAN sensors for trees: volunteers water by an open map.',
                  'LoRaWAN-Sensoren an Bäumen: Freiwillige gießen nach einer offenen Karte.',
                ],
                tags: [DATA, PEOPLE],
                votes: 5,
              },
              {
                text: ['Repair café finder in the city app.', 'Wegweiser zu Repair-Cafés in der Stadt-App.'],
                tags: [PEOPLE],
              },
            ],
          },
          {
            ...{ tone: 'idea', title: IDEA },
            cards: [
              {
                text: [
                  'One open data portal for the region instead of nine.',
                  'Ein Portal für offene Daten in der Region statt neun.',
                ],
                tags: [DATA, NET],
                votes: 7,
              },
              {
                text: [
                  'Automatic SDG indicators from data we have anyway.',
                  'SDG-Indikatoren automatisch aus Daten, die wir ohnehin haben.',
                ],
                tags: [SDG, DATA],
                votes: 3,
              },
            ],
          },
        ],
      },
      {
        topic: ['What is missing', 'Was fehlt'],
        groups: [
          {
            ...{ tone: 'obstacle', title: OBSTACLE },
            cards: [
              {
                text: ['Procurement takes longer than the pilot.', 'Die Beschaffung dauert länger als der Pilot.'],
                tags: [MONEY],
                votes: 4,
              },
              {
                text: ['Nobody owns the sensor after the project.', 'Nach dem Projekt gehört der Sensor niemandem.'],
                tags: [MONEY, LAB],
              },
            ],
          },
          {
            ...{ tone: 'idea', title: IDEA },
            cards: [
              {
                text: [
                  'A small lab fund: 5,000 euros, decided within two weeks.',
                  'Ein kleiner Reallabor-Topf: 5.000 Euro, Entscheidung binnen zwei Wochen.',
                ],
                tags: [LAB, MONEY],
                votes: 6,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    topic: ['Stakeholder integration', 'Beteiligung'],
    question: [
      'Whom do you involve in your field of work, in which way, and where does it get stuck?',
      'Wen beziehen Sie in Ihrem Arbeitsfeld ein, auf welche Weise, und wo hakt es?',
    ],
    tables: [
      {
        topic: ['Stakeholder integration', 'Beteiligung'],
        groups: [
          {
            ...{ tone: 'example', title: EXAMPLE },
            cards: [
              {
                text: [
                  'Citizens’ assembly by lot, with childcare and interpreters.',
                  'Bürgerrat durch Losverfahren, mit Kinderbetreuung und Dolmetschen.',
                ],
                tags: [PEOPLE, LAB],
                votes: 5,
              },
              {
                text: ['Monthly breakfast with craft businesses.', 'Monatliches Frühstück mit Handwerksbetrieben.'],
                tags: [NET],
              },
            ],
          },
          {
            ...{ tone: 'obstacle', title: OBSTACLE },
            cards: [
              {
                text: ['The same twelve people come every time.', 'Es kommen immer dieselben zwölf Menschen.'],
                tags: [PEOPLE],
                votes: 3,
              },
            ],
          },
        ],
      },
      {
        topic: ['Stakeholder integration', 'Beteiligung'],
        groups: [
          {
            ...{ tone: 'idea', title: IDEA },
            cards: [
              {
                text: [
                  'Share a calendar of participation across departments, so that nobody is asked three times in a month.',
                  'Einen Beteiligungskalender über Ämter hinweg führen, damit niemand dreimal im Monat gefragt wird.',
                ],
                tags: [PEOPLE, NET],
                votes: 4,
              },
            ],
          },
        ],
      },
    ],
  },
];

export const REFLECTION: SaidTable['groups'] = [
  {
    ...{ tone: 'keep', title: ['Keep', 'Beibehalten'] },
    cards: [
      {
        text: ['Two minutes for everybody before the discussion.', 'Zwei Minuten für alle vor der Diskussion.'],
        votes: 7,
      },
      { text: ['New people at the table in each round.', 'In jeder Runde neue Menschen am Tisch.'], votes: 4 },
    ],
  },
  {
    ...{ tone: 'change', title: ['Change', 'Ändern'] },
    cards: [
      {
        text: [
          'More time between rounds to write down what matters.',
          'Mehr Zeit zwischen den Runden, um das Wichtige aufzuschreiben.',
        ],
        votes: 5,
      },
    ],
  },
  {
    ...{ tone: 'learned', title: ['Learned', 'Gelernt'] },
    cards: [
      {
        text: ['The obstacle is the calendar, not the technology.', 'Die Hürde ist der Kalender, nicht die Technik.'],
        votes: 6,
      },
      {
        text: [
          'Three of us run the same tree map without knowing of each other.',
          'Drei von uns betreiben dieselbe Baumkarte, ohne voneinander zu wissen.',
        ],
        votes: 3,
      },
    ],
  },
];

interface Chart {
  title: Said;
  bars: readonly (readonly [Said, number])[];
}

const scale = (low: Said, high: Said, counts: readonly number[]): Chart['bars'] =>
  counts.map((count, index) => {
    const end = index === 0 ? low : index === counts.length - 1 ? high : undefined;
    const name = (at: 0 | 1) => (end ? `${index + 1} · ${end[at]}` : String(index + 1));
    return [[name(0), name(1)], count];
  });

export const AFTER = {
  questions: [
    {
      text: [
        'Is there a city that has merged both offices, and did it help?',
        'Gibt es eine Stadt, die beide Stellen zusammengelegt hat, und hat es geholfen?',
      ] as Said,
      votes: 6,
      answered: true,
    },
    {
      text: [
        'How do you count the energy that the digital part itself needs?',
        'Wie rechnen Sie den Energiebedarf des Digitalen selbst ein?',
      ] as Said,
      votes: 4,
      answered: false,
    },
  ],
  polls: [
    {
      title: ['Where does the topic belong at your place?', 'Wo ist das Thema bei Ihnen angesiedelt?'],
      bars: [
        [['Head of administration', 'Verwaltungsspitze'], 2],
        [['Staff unit', 'Stabsstelle'], 4],
        [['One department', 'Ein Fachamt'], 2],
        [['Nobody really', 'Niemand so recht'], 1],
      ],
    },
  ] satisfies Chart[] as readonly Chart[],
  openPoints: [
    {
      text: [
        'Ask the state ministry whether lab funds may be spent across departments.',
        'Beim Ministerium klären, ob Reallabor-Mittel amtsübergreifend verwendet werden dürfen.',
      ] as Said,
      owner: 'Dr. Salma Haddad',
      done: false,
    },
    {
      text: [
        'Send round the template for the joint council paper.',
        'Die Vorlage für die gemeinsame Ratsvorlage herumschicken.',
      ] as Said,
      owner: 'Emil Groß',
      done: true,
    },
    {
      text: [
        'Find a host for the follow-up in spring.',
        'Gastgeberin oder Gastgeber für das Folgetreffen im Frühjahr finden.',
      ] as Said,
      done: false,
    },
  ],
  references: [
    {
      title: ['Guide to municipal sustainability reports', 'Leitfaden für kommunale Nachhaltigkeitsberichte'] as Said,
      href: 'https://example.org/berichtsrahmen-nachhaltige-kommune',
      kind: 'guideline',
    },
    {
      title: ['Network of smart small cities', 'Netzwerk der smarten kleinen Städte'] as Said,
      href: 'https://example.net/netzwerk',
      kind: 'network',
    },
    {
      title: [
        'Digital and sustainable: two transformations, one administration',
        'Digital und nachhaltig: zwei Transformationen, eine Verwaltung',
      ] as Said,
      kind: 'publication',
    },
  ],
  survey: {
    charts: [
      {
        title: ['How useful were the topics for your work?', 'Wie nützlich waren die Themen für Ihre Arbeit?'],
        bars: scale(['hardly', 'kaum'], ['very', 'sehr'], [0, 0, 1, 4, 3]),
      },
      {
        title: ['Did everybody get the same chance to speak?', 'Kamen alle gleichermaßen zu Wort?'],
        bars: scale(['no', 'nein'], ['yes', 'ja'], [0, 0, 0, 2, 6]),
      },
    ] satisfies Chart[] as readonly Chart[],
    open: [
      {
        title: ['What will you do differently next week?', 'Was machen Sie nächste Woche anders?'] as Said,
        texts: [
          ['Call my colleague in the climate office.', 'Meine Kollegin in der Klimastelle anrufen.'],
          [
            'Put “what does it do for the data?” on our council template.',
            '„Was bringt es für die Daten?“ in unsere Vorlage schreiben.',
          ],
          ['Nothing yet, but I know whom to ask.', 'Noch nichts, aber ich weiß jetzt, wen ich frage.'],
        ] as readonly Said[],
      },
    ],
  },
};
