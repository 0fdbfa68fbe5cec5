import type { ComponentChildren } from 'preact';

export const MediaProvider = ({ children }: { children: ComponentChildren }) => <>{children}</>;
