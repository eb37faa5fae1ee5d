/** The lessons of a course, in the order in which they are read. */
import type { CmsOption } from '../config/cms-config.ts';
import type { ImmutableMap } from './immutable-map.ts';
import { type Component, type ControlProps, element } from './react.client.ts';

export const lessonsControl = (): Component =>
  window.createClass<ControlProps>({
    render() {
      const { forID, field, value, entry, onChange } = this.props;
      const ids = listOf(value);
      const course = String(entry?.get('slug') ?? '');
      const titles = titlesOf(field.getIn(['lessons', course]));
      const move = (index: number, by: -1 | 1): void => {
        const moved = [...ids];
        moved.splice(index + by, 0, ...moved.splice(index, 1));
        onChange(moved);
      };
      const add = (input: HTMLInputElement): void => {
        const id = input.value.trim();
        input.value = '';
        if (id !== '' && !ids.includes(id)) onChange([...ids, id]);
      };
      return element(
        'div',
        { className: 'passport-lessons' },
        element(
          'ol',
          null,
          ...ids.map((id, index) =>
            element(
              'li',
              { key: id },
              element('span', null, titles.get(id) ?? id, ' ', element('code', null, id)),
              button('↑', `Move ${id} up`, index > 0 && (() => move(index, -1))),
              button('↓', `Move ${id} down`, index < ids.length - 1 && (() => move(index, 1))),
              button('×', `Take ${id} out`, () => onChange(ids.filter((other) => other !== id))),
            ),
          ),
        ),
        element(
          'label',
          null,
          'Add a lesson ',
          element('input', {
            id: forID,
            list: `${forID}-known`,
            placeholder: 'the name of its folder',
            onKeyDown: (event: KeyEvent) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add(event.currentTarget);
            },
            onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
              if (titles.has(currentTarget.value)) add(currentTarget);
            },
          }),
        ),
        element(
          'datalist',
          { id: `${forID}-known` },
          ...[...titles]
            .filter(([id]) => !ids.includes(id))
            .map(([id, title]) => element('option', { key: id, value: id }, title)),
        ),
      );
    },
  });

interface KeyEvent {
  readonly key: string;
  readonly currentTarget: HTMLInputElement;
  preventDefault(): void;
}

const button = (sign: string, label: string, onClick: false | (() => void)): unknown =>
  element(
    'button',
    { type: 'button', 'aria-label': label, disabled: onClick === false, onClick: onClick || undefined },
    sign,
  );

/** Sveltia hands out a list as an array, or as an immutable list. */
function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return isImmutable(value) ? listOf(value.toJS()) : [];
}

/** Titles by id; a lesson that was made since the page was opened is not among them. */
function titlesOf(options: unknown): ReadonlyMap<string, string> {
  const list = isImmutable(options) ? (options.toJS() as unknown as readonly CmsOption[]) : [];
  return new Map(list.map(({ value, label }) => [String(value), label]));
}

const isImmutable = (value: unknown): value is ImmutableMap =>
  typeof value === 'object' && value !== null && 'toJS' in value;
