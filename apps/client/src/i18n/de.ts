import agenda from './de/agenda.json';
import breakouts from './de/breakouts.json';
import common from './de/common.json';
import hands from './de/hands.json';
import home from './de/home.json';
import join from './de/join.json';
import media from './de/media.json';
import people from './de/people.json';
import rejections from './de/rejections.json';
import room from './de/room.json';
import stage from './de/stage.json';
import turns from './de/turns.json';

/** All German words, one file per feature. */
export const catalogue = {
  agenda,
  breakouts,
  common,
  hands,
  home,
  join,
  media,
  people,
  rejections,
  room,
  stage,
  turns,
};
