import './no-code-from-text.ts';

export * from './agenda.ts';
export * from './breakouts.ts';
export * from './command.ts';
export * from './forecast.ts';
export * from './http.ts';
export * from './ids.ts';
export * from './links.ts';
export * from './merge-patch.ts';
export * from './people.ts';
export * from './rejection.ts';
export * from './stage.ts';
export * from './templates.ts';
export * from './turns.ts';
export * from './version.ts';
export * from './views.ts';
export * from './wire.ts';
