import type { Template } from './template.ts';
import { conversationCafe } from './template-conversation-cafe.ts';
import { fishbowl } from './template-fishbowl.ts';
import { modelWorkshop } from './template-model.ts';
import { oneTwoFourAll } from './template-one-two-four-all.ts';
import { retrospective } from './template-retrospective.ts';
import { worldCafe } from './template-world-cafe.ts';
import type { Language } from './views.ts';

/** Every workshop one can start from, in the order in which they are offered. `docs/templates.md` says more about each. */
export const TEMPLATES = {
  model: modelWorkshop,
  'world-cafe': worldCafe,
  'one-two-four-all': oneTwoFourAll,
  fishbowl,
  retrospective,
  'conversation-cafe': conversationCafe,
} as const satisfies Record<string, (language: Language) => Template>;
export type TemplateId = keyof typeof TEMPLATES;
