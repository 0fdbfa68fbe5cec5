import { Check, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, IconButton, type IconButtonProps } from './button.tsx';
import { cx } from './cx.ts';
import styles from './menu.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon;
  danger?: boolean;
  /** Given: the entries are a choice, and this says which one holds. */
  chosen?: boolean;
  /** Given: the entry is a switch, and this says whether it is on. */
  isOn?: boolean;
  onSelect(): void;
}

/** What the button that opens the menu needs besides its looks. */
export interface MenuTrigger {
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  onClick(): void;
  onKeyDown(event: KeyboardEvent): void;
}

export interface MenuProps {
  /** Name of the button that opens the menu. */
  label: string;
  icon: LucideIcon;
  /** `words`: the label stands on the button. */
  show?: 'icon' | 'words';
  /** A button of the caller's own instead. */
  face?: (trigger: MenuTrigger) => ComponentChildren;
  class?: string | undefined;
  /** Which edge of the button the list is aligned to, and whether it opens upwards. */
  align?: 'start' | 'end';
  up?: boolean;
  /** Where the button's name is shown. */
  tip?: IconButtonProps['tip'];
  items: readonly MenuItem[];
}

/** A button with a list of things to do: arrows, Home, End, first letters, Escape. */
export function Menu({
  label,
  icon,
  show = 'icon',
  face,
  class: className,
  align = 'end',
  up,
  tip = align === 'end' ? 'above-end' : 'above',
  items,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const listId = useId();
  const close = () => {
    setOpen(false);
    whole.current?.querySelector('button')?.focus();
  };
  useCloseOutside(open, whole.current, () => setOpen(false));
  const trigger: MenuTrigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': open ? listId : undefined,
    onClick: () => setOpen(!open),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen(true);
    },
  };
  return (
    <div class={cx(styles.menu, className)} ref={whole}>
      {face ? (
        face(trigger)
      ) : show === 'words' ? (
        <Button icon={icon} {...trigger}>
          {label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} tip={tip} {...trigger} />
      )}
      {open && <List id={listId} label={label} items={items} align={align} up={up} close={close} />}
    </div>
  );
}

interface ListProps extends Pick<MenuProps, 'label' | 'items' | 'align'> {
  id: string;
  up: boolean | undefined;
  close(): void;
}

function List({ id, label, items, align, up, close }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
    entries()[0]?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      if (event.key === 'Escape') event.preventDefault();
      return close();
    }
    const all = entries();
    const to = target(event.key, all, all.indexOf(document.activeElement as HTMLElement));
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <div
      id={id}
      ref={list}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      class={styles.list}
      data-align={align}
      data-up={up}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id: itemId, label: words, icon: Icon, danger, chosen, isOn, onSelect }) => (
        <button
          key={itemId}
          type="button"
          {...roleOf({ chosen, isOn })}
          tabIndex={-1}
          class={styles.item}
          data-danger={danger}
          onClick={() => {
            close();
            onSelect();
          }}
        >
          {Icon && <Icon size={18} aria-hidden="true" />}
          {words}
          {(chosen || isOn) && <Check size={18} aria-hidden="true" class={styles.check} />}
        </button>
      ))}
    </div>
  );
}

function roleOf({ chosen, isOn }: Pick<MenuItem, 'chosen' | 'isOn'>) {
  if (chosen !== undefined) return { role: 'menuitemradio', 'aria-checked': chosen } as const;
  if (isOn !== undefined) return { role: 'menuitemcheckbox', 'aria-checked': isOn } as const;
  return { role: 'menuitem' } as const;
}

/** Where a key leads from entry `at`; letters go to the next entry that begins with them. */
function target(key: string, all: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all.at(at - 1);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1) return undefined;
  const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return after.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

function useCloseOutside(open: boolean, whole: HTMLElement | null, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const onPress = (event: Event) => {
      if (!whole?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open, whole]);
}
