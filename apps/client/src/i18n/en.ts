import agenda from './en/agenda.json';
import breakouts from './en/breakouts.json';
import common from './en/common.json';
import hands from './en/hands.json';
import home from './en/home.json';
import join from './en/join.json';
import media from './en/media.json';
import people from './en/people.json';
import rejections from './en/rejections.json';
import room from './en/room.json';
import stage from './en/stage.json';
import turns from './en/turns.json';

/** The English words every page begins with, one file per feature. The English files are the type of every other language. */
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
