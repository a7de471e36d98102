import type { VNode } from 'preact';
import { el } from '#page/browser';

/** @param label what it does, where its text alone does not say it */
export function button(text: string, disabled: boolean, onClick: () => void, label?: string): VNode {
  return el('button', { type: 'button', disabled, 'aria-label': label, onClick }, text);
}

/** A box to tick, or one of several answers; its text beside it. */
export function choice(type: 'checkbox' | 'radio', text: string, checked: boolean, onChange: () => void, of?: string): VNode {
  return el('label', { class: of }, el('input', { type, name: type === 'radio' ? 'answer' : undefined, checked, onChange }), text);
}

/** One of several values, each by its text. */
export function select<Value>(label: string, values: readonly Value[], chosen: Value, textOf: (value: Value) => string, choose: (value: Value) => void): VNode {
  const onChange = ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }): void => {
    const value = values[currentTarget.selectedIndex];
    if (value !== undefined) choose(value);
  };
  return el('label', {}, label, ' ', el('select', { onChange }, values.map((value) => el('option', { value: String(value), selected: value === chosen }, textOf(value)))));
}
