/** One step per released change of the tables of notes; never edited afterwards. */
export const NOTE_MIGRATIONS: readonly string[] = [
  `CREATE TABLE note_updates (
     id INTEGER PRIMARY KEY,
     session TEXT NOT NULL,
     place TEXT NOT NULL,
     bytes BLOB NOT NULL
   ) STRICT;
   CREATE INDEX note_updates_by_place ON note_updates (session, place);
   CREATE TABLE note_pens (
     session TEXT NOT NULL,
     place TEXT NOT NULL,
     pen INTEGER NOT NULL,
     seat TEXT NOT NULL,
     PRIMARY KEY (session, place, pen)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE note_versions (
     session TEXT NOT NULL,
     place TEXT NOT NULL,
     version INTEGER NOT NULL,
     at INTEGER NOT NULL,
     text TEXT NOT NULL,
     PRIMARY KEY (session, place, version)
   ) STRICT;`,
];
