/**
 * The only place that knows @vscode/webview-ui-toolkit: its maintainers have archived it, and whoever
 * replaces it has to touch this file alone.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
  type Button,
  type Checkbox,
  type Dropdown,
  type TextField,
} from '@vscode/webview-ui-toolkit';
import { setAttributes, setContext } from './dom.js';
import { icon, type IconName } from './icons.js';

export type { Button, Checkbox, Dropdown, TextField } from '@vscode/webview-ui-toolkit';

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeTextField(),
);

export interface ButtonOptions {
  readonly id?: string;
  readonly label: string;
  /** What it does, in the tooltip. */
  readonly hint?: string;
  readonly icon?: IconName;
  /** `ghost` (the default) looks like an action of VS Code's toolbars. */
  readonly look?: 'primary' | 'secondary' | 'ghost';
  /** Shows the icon (or a few characters) alone; the label is read out and stands in the tooltip. */
  readonly compact?: boolean | string;
  /** Shows its icon alone where there is little room. */
  readonly collapsible?: boolean;
  readonly onClick: () => void;
}

export function button({
  id,
  label,
  hint,
  icon: iconName,
  look = 'ghost',
  compact = false,
  collapsible = false,
  onClick,
}: ButtonOptions): Button {
  const control = document.createElement('vscode-button') as Button;
  setAttributes(control, { id, 'aria-label': label, title: hint ?? (compact || collapsible ? label : null) });
  control.classList.toggle('collapsible', collapsible);
  control.setAttribute('appearance', look === 'ghost' ? 'icon' : look);
  if (iconName) {
    const glyph = icon(iconName);
    if (!compact) glyph.setAttribute('slot', 'start');
    control.append(glyph);
  }
  if (!compact) control.append(label);
  else if (compact !== true) control.append(compact);
  control.addEventListener('click', () => {
    if (!control.disabled) onClick();
  });
  return control;
}

/** A button that stays pressed. */
export function toggleButton(
  options: Omit<ButtonOptions, 'onClick'> & { readonly onToggle: (pressed: boolean) => void },
): Button {
  const control = button({
    ...options,
    onClick: () => {
      const pressed = !isPressed(control);
      setPressed(control, pressed);
      options.onToggle(pressed);
    },
  });
  setPressed(control, false);
  return control;
}

export function isPressed(control: Button): boolean {
  return control.ariaPressed === 'true';
}

export function setPressed(control: Button, pressed: boolean): void {
  control.ariaPressed = pressed ? 'true' : 'false';
}

export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly onInput: (text: string) => void;
  readonly onEnter?: () => void;
}

/** A text box with an undo of its own. */
export function textField({ id, label, placeholder = '', onInput, onEnter }: FieldOptions): TextField {
  const field = document.createElement('vscode-text-field') as TextField;
  field.id = id;
  // Here VS Code's own Cut, Copy and Paste are of use.
  setContext(field, { preventDefaultContextMenuItems: false });
  field.placeholder = placeholder;
  // The control overwrites its label when it enters the document, unless its text says so.
  field.textContent = label;
  field.addEventListener('input', () => onInput(field.value));
  field.addEventListener('keydown', (event) => {
    keepUndo(event);
    if (event.key === 'Enter') onEnter?.();
  });
  return field;
}

/** Focuses a text box and selects its text, ready to be typed over. */
export function focusAll(field: TextField): void {
  field.focus();
  field.shadowRoot?.querySelector('input')?.select();
}

/** How many characters stand before the caret. */
export function caretOf(field: TextField): number {
  return field.shadowRoot?.querySelector('input')?.selectionEnd ?? field.value.length;
}

export function setCaret(field: TextField, at: number): void {
  const input = field.shadowRoot?.querySelector('input');
  if (!input) return;
  // The control hands its value on a moment later, too late for the caret.
  input.value = field.value;
  input.setSelectionRange(at, at);
}

/** Marks what is typed as wrong, or as right again. */
export function setInvalid(field: TextField, invalid: boolean): void {
  field.ariaInvalid = invalid ? 'true' : 'false';
  field.classList.toggle('invalid', invalid);
}

/** VS Code listens at the window and would undo in the document while the user means the text box. */
export function keepUndo(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
}

export function checkbox(id: string, label: string, onChange: (checked: boolean) => void): Checkbox {
  const control = document.createElement('vscode-checkbox') as Checkbox;
  control.id = id;
  control.textContent = label;
  control.addEventListener('change', () => onChange(control.checked));
  return control;
}

export function dropdown(id: string, label: string): Dropdown {
  const control = document.createElement('vscode-dropdown') as Dropdown;
  setAttributes(control, { id, 'aria-label': label });
  return control;
}

/** Puts other choices into a dropdown and selects the first. */
export function setChoices(
  control: Dropdown,
  choices: readonly { readonly value: string; readonly label: string }[],
): void {
  control.replaceChildren(
    ...choices.map(({ value, label }) => {
      const option = document.createElement('vscode-option');
      option.setAttribute('value', value);
      option.textContent = label;
      return option;
    }),
  );
  control.value = choices[0]?.value ?? '';
}
